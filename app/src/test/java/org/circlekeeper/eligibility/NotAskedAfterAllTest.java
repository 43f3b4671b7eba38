package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.TODAY;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.time.Duration;
import java.util.UUID;
import org.circlekeeper.assistant.BreaksAfterRound;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.eligibility.FileEnrolment.Kind;
import org.circlekeeper.eligibility.FileEnrolment.State;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question that waits, or is about to leave, is asked about once more before it does. */
@PracticeTest
class NotAskedAfterAllTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Runs runs;

    @Autowired
    private Ways ways;

    @Autowired
    private Rounds rounds;

    @Autowired
    private BreaksAfterRound breaks;

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
        breaks.breakFor(null);
    }

    private PatientId waiting(String memberId) {
        var person = story.person(practice);
        story.insure(practice, person, "BRHP1", memberId, "P");
        story.wishes(practice, group, person, true);
        story.run(practice, () -> ways.agree(person, TODAY, "on the phone", ROSA));
        return person;
    }

    private Run run(UUID id) {
        return story.in(practice, () -> runs.find(id)).orElseThrow();
    }

    private void later(Duration time) {
        clock.moveTo(AskingPractice.NOW.plus(time));
        story.afterRound(practice);
    }

    @Test
    void an_agreement_that_is_taken_back_takes_back_the_question_that_waits() {
        var person = waiting("DOWN11");
        var run = story.askAndTakeIn(practice);
        assertThat(run(run).in(QuestionStatus.QUEUED)).isOne();

        story.run(practice, () -> {
            ways.disagree(person, ROSA);
            runs.takeBack(person, ROSA);
        });

        assertThat(run(run).in(QuestionStatus.WITHDRAWN)).isOne();
    }

    @Test
    void a_question_that_waits_is_not_written_once_the_agreement_is_taken_back() {
        var person = waiting("DOWN12");
        var run = story.askAndTakeIn(practice);
        story.run(practice, () -> ways.disagree(person, ROSA));

        later(Duration.ofMinutes(15));

        assertThat(story.files(practice, run)).hasSize(1);
        assertThat(run(run).in(QuestionStatus.WITHDRAWN)).isOne();
    }

    @Test
    void a_file_does_not_leave_once_the_agreement_is_taken_back() {
        var person = waiting("WAITS12");

        var run = story.in(practice, () -> {
            var started = (Runs.Started.Under) runs.start(false, ROSA);
            ways.disagree(person, ROSA);
            return started.run();
        });
        var file = story.files(practice, run).getFirst();
        story.afterRound(practice);

        assertThat(file.trouble()).isNotEmpty();
        assertThat(story.outside(file)).doesNotExist();
        assertThat(run(run).in(QuestionStatus.WITHDRAWN)).isOne();
    }

    @Test
    void a_question_that_waits_is_not_written_to_a_payer_that_takes_none_any_more() {
        story.member(practice, group, "EVG01", "DOWN13");
        var run = story.askAndTakeIn(practice);
        var ended = new FileEnrolment(
                story.in(practice, () -> story.payer("EVG01")),
                Kind.BENEFITS,
                State.ENDED,
                TODAY.minusDays(1),
                "Harbor",
                "its letter",
                "Rosa");
        story.run(practice, () -> ways.record(ended, ROSA));

        later(Duration.ofMinutes(15));

        assertThat(run(run).in(QuestionStatus.WITHDRAWN)).isOne();
    }

    @Test
    void medicare_that_did_not_answer_is_asked_anew_by_a_person_and_never_by_the_program() {
        story.member(practice, group, "MCRB1", "DOWN14");
        var run = story.askAndTakeIn(practice);

        var question = story.in(practice, () -> runs.results(run)).getFirst().question();
        assertThat(question.status()).isEqualTo(QuestionStatus.REJECTED);
        assertThat(question.said()).contains("named person");
        later(Duration.ofMinutes(15));

        assertThat(story.files(practice, run)).hasSize(1);
    }

    @Test
    void whom_medicares_pace_left_over_is_left_to_a_person() {
        for (int one = 0; one < 3; one++) {
            story.member(practice, group, "MCRB1", "1EG4TE5MK7" + one);
        }
        story.run(practice, () -> ways.keepPace(story.payer("MCRB1"), 1, "its manual", ROSA));
        var run = story.press(practice);
        assertThat(run(run).in(QuestionStatus.QUEUED)).isEqualTo(2);

        story.run(practice, () -> ways.keepPace(story.payer("MCRB1"), 100, "its manual", ROSA));
        story.member(practice, group, "BRHP1", "W140");
        story.run(practice, () -> runs.start(false, ROSA));
        assertThat(run(run).in(QuestionStatus.QUEUED)).isEqualTo(2);
        later(Duration.ofMinutes(15));

        assertThat(story.files(practice, run)).hasSize(1);
        assertThat(run(run).in(QuestionStatus.WITHDRAWN)).isEqualTo(2);
        assertThat(story.lines(practice).values())
                .filteredOn(line -> line.verdict().kind() == Verdict.Kind.DUE_BY_PERSON)
                .hasSize(2);
    }

    @Test
    void what_breaks_after_a_round_keeps_nothing_behind_it() {
        story.member(practice, group, "BRHP1", "DOWN15");
        var run = story.askAndTakeIn(practice);
        clock.moveTo(AskingPractice.NOW.plus(Duration.ofMinutes(15)));
        breaks.breakFor(practice);

        rounds.make(practice, Trust.OFF, new Actor.Operator("test"));

        assertThat(run(run).in(QuestionStatus.SENT)).isOne();
    }
}
