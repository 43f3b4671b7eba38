package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.forms.Language;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Translation;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A member fills in and signs their papers on a telephone, without scripts. */
@PracticeTest
class OwnPapersTest {

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    MemberPapers papers;

    @Autowired
    Translation translation;

    @Autowired
    Signatures signatures;

    @Autowired
    Documents documents;

    @Autowired
    MockMvcTester browser;

    OwnPages.Made made;
    MemberVisitor member;
    PaperVisitor filling;

    @BeforeEach
    void a_member_who_was_given_the_starter_packet() {
        made = own.made();
        starter.give(made, made.member());
        member = new MemberVisitor(browser, own.signedIn(made, made.member()));
        filling = new PaperVisitor(member);
    }

    @Test
    void the_papers_are_read_marked_signed_and_taken_along() {
        assertThat(member.page("/portal")).contains("papers wait for you");
        sign("electronic-business");
        sign("group-confidentiality");

        var signed = paper("group-confidentiality");
        assertThat(signed.status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(member.page(href(signed) + "/done")).contains("Your copy (PDF)", "On to the next paper");
        assertThat(member.post(href(signed) + "/copy")).hasStatusOk().hasHeader("Content-Type", "application/pdf");
        any.run(made.practice(), () -> {
            var signature = new SignatureId(signed.signature());
            assertThat(signatures.verify(signature)).isInstanceOf(Verdict.Whole.class);
            assertThat(documents.open(signatures.copy(signature).orElseThrow())).isInstanceOf(Opened.Whole.class);
        });
    }

    @Test
    void an_answer_is_kept_as_it_is_sent_and_one_goes_on_later_where_one_stopped() {
        var history = paper("demographics");
        var first = member.page(href(history) + "/pages/1");
        member.post(href(history) + "/pages/1", PaperVisitor.answers(first));

        assertThat(paper("demographics").status()).isEqualTo(PaperStatus.STARTED);
        assertThat(member.ask(href(history))).hasStatus(303).redirectedUrl().isNotEqualTo(href(history) + "/pages/1");
        assertThat(member.page("/portal/papers")).contains("begun");
    }

    @Test
    void what_was_signed_is_taken_back_without_a_reason_and_asked_for_anew() {
        sign("electronic-business");
        sign("group-confidentiality");
        var signed = paper("group-confidentiality");
        assertThat(member.page(href(signed) + "/done")).contains("Take back what was signed");

        var taken = member.post(href(signed) + "/withdrawal");
        assertThat(member.after(taken)).contains("It is taken back");
        assertThat(any.in(
                        made.practice(),
                        () -> papers.find(signed.id()).orElseThrow().status()))
                .isEqualTo(PaperStatus.WITHDRAWN);
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.TO_DO);
        assertThat(member.post(href(signed) + "/withdrawal")).as("once").hasStatus(404);
    }

    @Test
    void answers_that_nobody_signs_are_handed_in_and_printed() {
        var paper = paper("demographics");
        filling.answerAll(paper);
        member.post(href(paper) + "/hand-in");

        var done = paper("demographics");
        assertThat(done.status()).isEqualTo(PaperStatus.DONE);
        assertThat(done.document()).isNotNull();
    }

    @Test
    void nothing_is_handed_in_or_signed_with_a_gap_in_it_and_the_page_says_where() {
        var paper = paper("demographics");
        var sent = member.post(href(paper) + "/hand-in");
        assertThat(sent).bodyText().contains("Something is missing", href(paper) + "/pages/");
        assertThat(paper("demographics").status()).isEqualTo(PaperStatus.TO_DO);
    }

    @Test
    void nobody_signs_what_they_were_not_shown() {
        var paper = paper("electronic-business");
        filling.answerAll(paper);
        var refused = member.post(href(paper) + "/signature", "name", "Person One", "shown", "0".repeat(64));
        assertThat(refused).hasStatus(422);
        assertThat(paper("electronic-business").status()).isNotEqualTo(PaperStatus.SIGNED);
        assertThat(filling.pressed(paper, " ")).hasStatus(422);
    }

    @Test
    void whoever_does_not_want_electronic_papers_signs_on_paper() {
        var electronic = paper("electronic-business");
        member.post(href(electronic) + "/declining", "why", "I like ink");
        assertThat(paper("electronic-business").status()).isEqualTo(PaperStatus.DECLINED);

        var agreement = paper("group-confidentiality");
        filling.answerAll(agreement);
        assertThat(member.page(href(agreement) + "/whole"))
                .contains("you would rather sign on paper")
                .doesNotContain("I sign this paper");
        var tried = member.post(href(agreement) + "/signature", "name", "Person One", "shown", "0".repeat(64));
        assertThat(tried).bodyText().doesNotContain("Thank you");
        assertThat(paper("group-confidentiality").status()).isNotEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void what_is_required_cannot_be_declined() {
        var agreement = paper("group-confidentiality");
        assertThat(member.after(member.post(href(agreement) + "/declining", "why", "No")))
                .contains("can't be declined");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.TO_DO);
        assertThat(member.page(href(agreement) + "/whole")).doesNotContain("I do not want this");
    }

    @Test
    void a_reason_that_is_too_long_is_refused_and_never_cut() {
        var electronic = paper("electronic-business");
        var sent = member.post(href(electronic) + "/declining", "why", "n".repeat(501));
        assertThat(sent).hasStatus(422).bodyText().contains("500 characters at the most");
        assertThat(paper("electronic-business").status()).isEqualTo(PaperStatus.TO_DO);
    }

    @Test
    void whoever_reads_spanish_gets_every_paper_in_spanish_and_never_in_another_language() {
        any.run(
                made.practice(),
                () -> assertThat(translation.give(made.member(), Language.ES, TESTER))
                        .isEmpty());
        var spanish = member.speaking("es");
        assertThat(any.in(made.practice(), () -> papers.of(made.member())))
                .filteredOn(paper -> !paper.status().isOver())
                .extracting(Paper::language)
                .containsOnly(Language.ES);
        var agreement = paper("group-confidentiality");
        assertThat(spanish.page(href(agreement) + "/pages/1")).contains("lang=\"es\"", "Guardar y seguir");
    }

    @Test
    void a_paper_of_somebody_else_is_answered_as_one_that_nobody_has() {
        var stranger = new MemberVisitor(browser, own.signedIn(made, made.other()));
        var paper = paper("demographics");
        for (var page : List.of("", "/pages/1", "/whole", "/done")) {
            assertThat(stranger.ask(href(paper) + page)).as(page).hasStatus(404);
        }
        for (var act : List.of("/declining", "/signature", "/hand-in", "/refusal", "/copy", "/withdrawal")) {
            assertThat(stranger.post(href(paper) + act, "why", "not mine"))
                    .as(act)
                    .hasStatus(404);
        }
        assertThat(stranger.page("/portal/papers")).contains("Nothing waits for you");
    }

    private void sign(String form) {
        filling.sign(paper(form));
    }

    private Paper paper(String form) {
        return starter.paper(made, made.member(), form);
    }

    private static String href(Paper paper) {
        return "/portal/papers/" + paper.id();
    }
}
