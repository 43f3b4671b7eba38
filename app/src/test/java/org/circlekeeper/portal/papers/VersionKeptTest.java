package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.Map;
import java.util.Objects;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.SinglePapers;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A paper that is changed while somebody fills it in: they go on with the version that they began. */
@PracticeTest
class VersionKeptTest {

    private static final String FORM = "house-rules";
    private static final String FIRST = """
            title: House rules
            about: What holds in our rooms.

            [question first: words]
            What do you bring along?

            [question second: words]
            What is your aim?
            """;
    private static final String SECOND = FIRST.replace("What is your aim?", "Whom shall we call?");

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    SinglePapers single;

    @Autowired
    Drafts drafts;

    @Autowired
    FormLibrary library;

    @Autowired
    Publishing publishing;

    @Autowired
    Signatures signatures;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_who_agrees_to_electronic_papers() {
        made = own.made();
        starter.give(made, made.member());
        member = visitor(made);
        member.sign(starter.paper(made, made.member(), "electronic-business"));
        starter.give(made, made.member(), FORM, FIRST);
    }

    @Test
    void version_one_is_asked_shown_and_signed_after_version_two_was_published() {
        var paper = starter.paper(made, made.member(), FORM);
        var second = member.answer(PaperVisitor.href(paper) + "/pages/1");
        publishSecond();

        assertThat(member.pages().page(second)).contains("What is your aim?").doesNotContain("Whom shall we call?");
        assertThat(member.answer(second)).endsWith("/whole");
        assertThat(member.whole(paper))
                .contains("What do you bring along?", "What is your aim?", "Something")
                .doesNotContain("Whom shall we call?");
        member.signWhole(paper, "Person One");

        var signed = starter.paper(made, made.member(), FORM);
        assertThat(signed.status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(signed.version()).isEqualTo(1);
        var signature = any.in(
                made.practice(),
                () -> signatures
                        .find(new SignatureId(Objects.requireNonNull(signed.signature())))
                        .orElseThrow());
        assertThat(signature.template().version()).isEqualTo(1);
    }

    @Test
    void whoever_is_given_the_paper_afterwards_is_asked_what_version_two_asks() {
        publishSecond();
        any.run(
                made.practice(),
                () -> assertThat(single.give(made.other(), FORM, TESTER)).isEmpty());

        var paper = starter.paper(made, made.other(), FORM);
        assertThat(paper.version()).isEqualTo(2);
        var other = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.other())));
        assertThat(other.pages().page(PaperVisitor.href(paper) + "/pages/2")).contains("Whom shall we call?");
    }

    private void publishSecond() {
        any.run(made.practice(), () -> {
            drafts.save(new FormId(FORM), Language.EN, 1, SECOND, TESTER);
            assertThat(publishing.publish(
                            library.find(new FormId(FORM)).orElseThrow(),
                            Map.of(Language.EN, 2),
                            "Whom to call instead of the aim.",
                            TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        });
    }

    private PaperVisitor visitor(Made practice) {
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(practice, practice.member())));
    }
}
