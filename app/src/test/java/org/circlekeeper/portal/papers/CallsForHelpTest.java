package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.stream.Stream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.SinglePapers;
import org.circlekeeper.oncall.Alarm;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An answer that calls for help is heard when it is kept, whatever becomes of the paper. */
@PracticeTest
class CallsForHelpTest {

    private static final String OWN_PAPER = """
            title: Safety agreement
            about: What we agree on.

            [question thoughts: choice, required, calls for help]
            Do you think of hurting yourself?
            - 0 | No | 0
            - 1 | Yes | 1

            [initial read] I have read this.
            """;

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    SinglePapers single;

    @Autowired
    Pager pager;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_who_was_given_the_starter_packet() {
        made = own.made();
        starter.give(made, made.member());
        member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
    }

    @Test
    void a_measure_with_such_a_question_is_not_given_while_nobody_is_on_call() {
        assertThat(any.in(made.practice(), () -> single.give(made.member(), "phq-9", TESTER)))
                .get()
                .asString()
                .contains("nobody is on call");
    }

    @Test
    void it_is_heard_as_soon_as_it_is_kept_and_where_help_is_stands_on_every_page_from_then_on() {
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        for (int page = 1; page < 9; page++) {
            member.answer(page(measure, page));
        }
        assertThat(member.pages().page(page(measure, 9))).doesNotContain("tel:911");
        assertThat(any.in(made.practice(), pager::open)).isEmpty();

        var next = member.answer(page(measure, 9));
        assertThat(member.pages().page(next)).contains("tel:988", "tel:911", "Call or text 988 now");
        assertThat(member.whole(measure)).contains("tel:988");
        assertThat(any.in(made.practice(), pager::open))
                .singleElement()
                .extracting(Alarm::patient)
                .isEqualTo(made.member());
    }

    @Test
    void handed_in_or_declined_it_is_still_shown_and_heard_once() {
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        member.answerAll(measure);
        member.pages().post(PaperVisitor.href(measure) + "/declining", "why", "I do not want this");
        assertThat(starter.paper(made, made.member(), "phq-9").status()).isEqualTo(PaperStatus.DECLINED);
        assertThat(member.pages().page(PaperVisitor.href(measure) + "/done")).contains("tel:988");
        assertThat(any.in(made.practice(), pager::open)).hasSize(1);
    }

    @Test
    void given_anew_after_somebody_has_closed_the_alarm_it_is_heard_again() {
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        member.answerAll(measure);
        var first = any.in(made.practice(), pager::open).getFirst();
        any.run(
                made.practice(),
                () -> assertThat(pager.close(first, "I called her.", TESTER)).isTrue());

        member.answer(page(measure, 9));
        assertThat(any.in(made.practice(), pager::open))
                .as("the same answer once more")
                .isEmpty();

        var less = Stream.of(PaperVisitor.answers(member.pages().page(page(measure, 9))))
                .map(field -> field.equals("3") ? "1" : field)
                .toArray(String[]::new);
        assertThat(member.pages().post(page(measure, 9), less)).hasStatus(303);
        assertThat(any.in(made.practice(), pager::open))
                .singleElement()
                .extracting(Alarm::id)
                .isNotEqualTo(first.id());
        member.answer(page(measure, 1));
        assertThat(any.in(made.practice(), pager::open)).as("another answer").hasSize(1);
    }

    @Test
    void in_a_paper_that_is_signed_it_is_heard_as_well() {
        var paper = starter.give(made, made.member(), "safety-agreement", OWN_PAPER);
        assertThat(member.pages().page(member.answer(page(paper, 1)))).contains("tel:988");
        assertThat(any.in(made.practice(), pager::open)).hasSize(1);
    }

    @Test
    void the_stem_of_a_measure_stands_on_each_of_its_questions_and_what_a_paper_is_about_on_its_first() {
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        for (int page = 1; page <= 10; page++) {
            assertThat(member.pages().page(page(measure, page)))
                    .contains("Over the last 2 weeks, how often", "Developed by Drs. Robert L. Spitzer");
        }
        var notice = starter.paper(made, made.member(), "group-confidentiality");
        var about = "Mark each part when you have read it";
        assertThat(member.pages().page(page(notice, 1))).contains(about);
        assertThat(member.pages().page(page(notice, 2))).doesNotContain(about);
    }

    private static String page(Paper paper, int number) {
        return PaperVisitor.href(paper) + "/pages/" + number;
    }
}
