package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.NOW;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever waits for an answer in vain is told of in time, and no payer is asked for ever. */
@PracticeTest
class AskedInVainTest {

    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 1);

    @Autowired
    private AskingPractice story;

    @Autowired
    private Runs runs;

    @Autowired
    private Ways ways;

    @Autowired
    private MovableClock clock;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
    }

    @AfterEach
    void the_clock_is_left_where_it_was() {
        clock.moveTo(NOW);
    }

    @Test
    void a_payer_that_never_answers_is_asked_twice_and_then_rung() {
        var member = member("W1", LocalDate.of(2026, 11, 30));

        silence(NOW);
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.LATER);
        assertThat(because(member)).contains("No answer came in two days.");
        assertThat(story.line(practice, member).needsCall()).isTrue();

        var second = NOW.plus(Duration.ofDays(3));
        clock.moveTo(second);
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.DUE);
        silence(second);

        clock.moveTo(NOW.plus(Duration.ofDays(6)));
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.IN_VAIN);
        assertThat(because(member)).startsWith("Asked 2 times in vain.").contains("Ring, or look in its portal.");
        assertThat(story.line(practice, member).needsCall()).isTrue();
        assertThat(story.in(practice, () -> runs.start(true, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
        assertThat(story.in(practice, () -> runs.again(policy(member), false, ROSA)))
                .isInstanceOf(Runs.Started.Under.class);
    }

    @Test
    void an_answer_that_comes_after_all_ends_the_counting() {
        var member = member("W2", LocalDate.of(2026, 11, 30));
        var run = silence(NOW);

        story.answers(practice, run).forEach(content -> story.comes(practice, content));

        assertThat(question(run).status()).isEqualTo(QuestionStatus.ANSWERED);
        assertThat(story.verdict(practice, member)).isNotIn(Verdict.Kind.LATER, Verdict.Kind.IN_VAIN);
    }

    @Test
    void who_may_be_asked_about_again_only_after_the_session_is_rung_about_before_it() {
        var member = member("DOWN1", LocalDate.of(2026, 11, 25));
        var run = story.press(practice);

        comesInstead(run, "||42|R", "||42|X");

        assertThat(question(run).status()).isEqualTo(QuestionStatus.REJECTED);
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.LATER);
        clock.moveTo(NOW.plus(Duration.ofDays(1)));
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.LATER);
        assertThat(because(member)).endsWith("Ring, or wait for Thu 3 Dec.");
        assertThat(story.line(practice, member).needsCall()).isTrue();
    }

    @Test
    void an_answer_that_is_waited_for_on_the_eve_of_the_session_is_asked_by_phone_as_well() {
        var member = member("W3", LocalDate.of(2026, 11, 25));
        story.press(practice);

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.UNDER_WAY);
        assertThat(story.line(practice, member).needsCall()).isFalse();
        clock.moveTo(NOW.plus(Duration.ofDays(1)));
        assertThat(story.line(practice, member).needsCall()).isTrue();
    }

    @Test
    void a_payer_that_says_nothing_of_days_to_come_is_asked_anew_when_their_month_begins() {
        clock.moveTo(NOW.plus(Duration.ofDays(4)));
        var member = member("DOWN2", NEXT_MONTH);
        var run = story.press(practice);
        comesInstead(run, "||42|R", "||63|C");
        assertThat(question(run).serviceDay()).isEqualTo(LocalDate.of(2026, 11, 27));
        story.afterRound(practice);
        answeredAsActive(run);

        for (int days = 4; days < 8; days++) {
            clock.moveTo(NOW.plus(Duration.ofDays(days)));
            assertThat(story.verdict(practice, member))
                    .as("after %d days", days)
                    .isEqualTo(Verdict.Kind.FINE);
        }
        assertThat(because(member)).contains("says nothing of days to come");
        clock.moveTo(NOW.plus(Duration.ofDays(8)));
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.DUE);
    }

    @Test
    void what_leaves_after_its_day_asks_about_the_day_it_leaves() {
        story.run(practice, () -> ways.keepPace(story.payer("BRHP1"), 1, "its manual", ROSA));
        member("W4", LocalDate.of(2026, 11, 23));
        story.member(practice, group, "BRHP1", "W5");
        var run = story.press(practice);

        clock.moveTo(NOW.plus(Duration.ofDays(1)));
        story.afterRound(practice);

        assertThat(story.in(practice, () -> runs.results(run)))
                .extracting(result -> result.question().serviceDay())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    }

    private UUID silence(Instant from) {
        var run = story.press(practice);
        clock.moveTo(from.plus(Runs.WAITED_FOR).plusSeconds(1));
        story.afterRound(practice);
        return run;
    }

    private void comesInstead(UUID run, String was, String is) {
        for (var content : story.answers(practice, run)) {
            var text = new String(content, StandardCharsets.US_ASCII);
            assertThat(text).contains(was);
            story.comes(practice, text.replace(was, is).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** As the sandbox answers about anybody else: the member id tells it what to answer. */
    private void answeredAsActive(UUID run) {
        var asked = new String(
                story.in(practice, () -> runs.content(runs.files(run).getFirst().id())), StandardCharsets.US_ASCII);
        var content = SandboxReplies.to(asked.replace("DOWN2", "W2").getBytes(StandardCharsets.US_ASCII), "271");
        story.comes(practice, content);
    }

    private PatientId member(String memberId, LocalDate day) {
        story.session(practice, group, day);
        return story.member(practice, group, "BRHP1", memberId);
    }

    private Policy policy(PatientId member) {
        return Objects.requireNonNull(story.line(practice, member).who().policy());
    }

    private String because(PatientId member) {
        return story.line(practice, member).verdict().because();
    }

    private Question question(UUID run) {
        return story.in(practice, () -> runs.results(run)).getFirst().question();
    }
}
