package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Need;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a measure comes to is added up for whoever treats the member, and for nobody else. */
@PracticeTest
class MeasureSumsTest {

    private static final String SUM = "Sum 27 of 27, Severe";

    @Autowired
    OwnPages own;

    @Autowired
    StarterPapers starter;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_who_has_handed_in_a_measure() {
        made = own.made();
        starter.give(made, made.member());
        member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        member.answerAll(measure);
        assertThat(member.whole(measure)).as("the member").doesNotContain("Sum ");
        member.pages().post(PaperVisitor.href(measure) + "/hand-in");
    }

    @Test
    void it_stands_beside_the_paper_for_whoever_reads_answers_and_for_nobody_else() {
        var page = "/patients/" + made.member() + "/papers";
        assertThat(own.staff(made, Role.THERAPIST, browser).page(page)).contains(SUM);
        for (var role : List.of(Role.COORDINATOR, Role.OWNER, Role.COMPLIANCE)) {
            assertThat(own.staff(made, role, browser).page(page))
                    .as(role.onScreen())
                    .doesNotContain("Sum ", "Severe");
        }
    }

    @Test
    void it_stands_on_what_was_printed_of_it() throws IOException {
        var paper = starter.paper(made, made.member(), "phq-9");
        var file = own.staff(made, Role.THERAPIST, browser)
                .ask("/patients/" + made.member() + "/papers/" + paper.id() + "/file");
        assertThat(file).hasStatusOk();
        try (var pdf = Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(SUM);
        }
    }
}
