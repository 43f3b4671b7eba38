package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asked once, asked again, and left: whatever the payer does, nobody is asked about twice at a time. */
@PracticeTest
class AskedAgainTest {

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
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
    }

    @AfterEach
    void the_clock_is_left_where_it_was() {
        clock.moveTo(AskingPractice.NOW);
    }

    @Test
    void a_payer_that_is_down_is_asked_again_later() {
        var member = member("DOWN1");

        var run = story.askAndTakeIn(practice);
        story.afterRound(practice);

        var question = story.in(practice, () -> runs.results(run)).getFirst().question();
        assertThat(question.status()).isEqualTo(QuestionStatus.QUEUED);
        assertThat(question.notBefore()).isEqualTo(AskingPractice.NOW.plusSeconds(15 * 60));
        assertThat(question.said()).contains("cannot answer at the moment");
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.UNDER_WAY);
    }

    @Test
    void a_payer_that_stays_down_is_asked_three_times_and_then_left_to_a_person() {
        var member = member("DOWN2");
        var run = story.askAndTakeIn(practice);

        for (var later : List.of(Duration.ofMinutes(15), Duration.ofMinutes(135))) {
            clock.moveTo(AskingPractice.NOW.plus(later).minusSeconds(1));
            story.afterRound(practice);
            assertThat(run(run).in(QuestionStatus.QUEUED)).isOne();
            clock.moveTo(AskingPractice.NOW.plus(later));
            story.afterRound(practice);
            assertThat(run(run).in(QuestionStatus.SENT)).isOne();
            story.answers(practice, run).forEach(content -> story.comes(practice, content));
        }

        var question = story.in(practice, () -> runs.results(run)).getFirst().question();
        assertThat(question.status()).isEqualTo(QuestionStatus.REJECTED);
        assertThat(question.tries()).isEqualTo(3);
        assertThat(question.said()).endsWith("Asked 3 times.");
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.LATER);
        assertThat(story.in(practice, () -> runs.start(false, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
        clock.moveTo(AskingPractice.NOW.plus(Duration.ofDays(1)));
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.DUE);
    }

    @Test
    void a_question_that_nobody_answers_is_settled_after_two_days() {
        member("W970");
        var run = story.press(practice);

        clock.moveTo(AskingPractice.NOW.plus(Runs.WAITED_FOR).plusSeconds(1));
        story.afterRound(practice);

        assertThat(run(run).in(QuestionStatus.REJECTED)).isOne();
    }

    @Test
    void of_many_who_press_at_the_same_moment_one_asks() {
        for (int one = 0; one < 4; one++) {
            member("W98" + one);
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            var pressed = Stream.generate(() -> CompletableFuture.supplyAsync(() -> story.press(practice), threads))
                    .limit(3)
                    .toList();
            pressed.forEach(CompletableFuture::join);
        }

        assertThat(story.in(practice, () -> runs.latest(10)))
                .singleElement()
                .satisfies(run -> assertThat(run.people()).isEqualTo(4));
    }

    @Test
    void a_second_press_asks_nobody_again() {
        member("W800");
        var first = story.press(practice);

        assertThat(story.in(practice, () -> runs.start(true, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
        assertThat(run(first).people()).isOne();
    }

    @Test
    void a_payers_pace_keeps_the_rest_waiting() {
        for (int one = 0; one < 5; one++) {
            member("W90" + one);
        }
        story.run(practice, () -> ways.keepPace(story.payer("BRHP1"), 3, "its manual", ROSA));

        var run = story.press(practice);
        story.afterRound(practice);

        assertThat(run(run).in(QuestionStatus.SENT)).isEqualTo(3);
        assertThat(run(run).in(QuestionStatus.QUEUED)).isEqualTo(2);
    }

    private PatientId member(String memberId) {
        return story.member(practice, group, "BRHP1", memberId);
    }

    private Run run(UUID id) {
        return story.in(practice, () -> runs.find(id)).orElseThrow();
    }
}
