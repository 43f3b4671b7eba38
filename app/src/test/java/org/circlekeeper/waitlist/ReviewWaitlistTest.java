package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contact;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When somebody is asked about a person who waits, for which of seven reasons, and when not any more. */
@PracticeTest
class ReviewWaitlistTest {

    /** A Monday morning. */
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    WaitingPractice waiting;

    @Autowired
    AnyPractice any;

    @Autowired
    ReviewWaitlist duty;

    @Autowired
    Offers offers;

    @Autowired
    Calls calls;

    @Autowired
    MovableClock clock;

    private WaitingPractice.Made made;
    private EntryId lena;

    @BeforeEach
    void somebody_asks_on_monday() {
        made = waiting.made(2);
        lena = waiting.asks(made, "Lena", 1);
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void whoever_was_not_called_back_within_a_working_day_is_asked_about_until_somebody_tries() {
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(1));
        assertThat(asked()).as("the working day itself").isEmpty();
        passes(Duration.ofDays(2));
        assertThat(asked()).containsExactly("no-call-back:" + lena);
        assertThat(questions()).singleElement().asString().contains("1 person: asked, and nobody has called back");

        tries(Contact.Outcome.NO_ANSWER);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whoever_asks_on_a_friday_is_not_asked_about_before_tuesday() {
        passes(Duration.ofDays(4));
        var kim = waiting.asks(made, "Kim", 2);
        tries(Contact.Outcome.SPOKE);
        passes(Duration.ofDays(7));
        assertThat(asked()).as("Monday").isEmpty();
        passes(Duration.ofDays(8));
        assertThat(asked()).containsExactly("no-call-back:" + kim);
    }

    @Test
    void whoever_was_screened_waits_for_a_therapist_s_word() {
        any.run(made.practice(), () -> waiting.waitlist.screenAt(lena, NOW.plusSeconds(3_600), TESTER));
        assertThat(asked()).isEmpty();
        passes(Duration.ofHours(2));
        assertThat(asked()).containsExactly("undecided:" + lena);

        decides(FitDecision.FIT, null);
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_therapist_who_wants_to_talk_is_spoken_with_until_they_decide() {
        any.run(made.practice(), () -> waiting.waitlist.screenAt(lena, NOW.plusSeconds(3_600), TESTER));
        passes(Duration.ofHours(2));
        decides(FitDecision.TALK, null);
        assertThat(asked()).containsExactly("talk:" + lena);

        decides(FitDecision.FIT, null);
        assertThat(asked()).isEmpty();
    }

    @Test
    void not_now_is_looked_at_again_on_the_day_that_was_named() {
        decides(FitDecision.NOT_NOW, LocalDate.of(2026, 12, 7));
        passes(Duration.ofDays(13));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(14));
        assertThat(asked()).containsExactly("back:" + lena);
    }

    @Test
    void three_tries_in_vain_are_asked_about_and_one_that_reaches_them_ends_it() {
        tries(Contact.Outcome.NO_ANSWER);
        tries(Contact.Outcome.LEFT_MESSAGE);
        assertThat(asked()).isEmpty();
        tries(Contact.Outcome.NO_ANSWER);
        assertThat(asked()).containsExactly("in-vain:" + lena);

        tries(Contact.Outcome.SPOKE);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whoever_waits_and_hears_nothing_for_fourteen_days_is_asked_about() {
        decides(FitDecision.FIT, null);
        passes(Duration.ofDays(14));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(14).plusMinutes(1));
        assertThat(asked()).containsExactly("untouched:" + lena);

        tries(Contact.Outcome.SPOKE);
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(27));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(29));
        assertThat(asked()).containsExactly("untouched:" + lena);
    }

    @Test
    void whoever_was_put_to_screening_or_not_now_without_a_day_is_not_forgotten() {
        for (var to : List.of(WaitStatus.SCREEN_SCHEDULED, WaitStatus.DEFERRED)) {
            clock.moveTo(NOW);
            tries(Contact.Outcome.SPOKE);
            any.run(
                    made.practice(),
                    () -> assertThat(waiting.waitlist.move(lena, to, "", TESTER))
                            .isTrue());
            passes(Duration.ofDays(14));
            assertThat(asked()).as(to.name()).isEmpty();
            passes(Duration.ofDays(14).plusMinutes(1));
            assertThat(asked()).as(to.name()).containsExactly("untouched:" + lena);
        }
    }

    @Test
    void whoever_was_tried_and_not_reached_is_not_forgotten() {
        tries(Contact.Outcome.LEFT_MESSAGE);
        passes(Duration.ofDays(14).plusMinutes(1));

        assertThat(asked()).containsExactly("untouched:" + lena);
    }

    @Test
    void a_day_that_somebody_named_is_waited_for_however_far_it_is() {
        tries(Contact.Outcome.SPOKE);
        any.run(made.practice(), () -> waiting.waitlist.screenAt(lena, NOW.plus(Duration.ofDays(30)), TESTER));
        passes(Duration.ofDays(29));
        assertThat(asked()).isEmpty();

        decides(FitDecision.NOT_NOW, LocalDate.of(2027, 2, 1));
        passes(Duration.ofDays(60));
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_seat_that_somebody_said_yes_to_is_asked_about_when_its_first_day_came_and_it_is_not_theirs() {
        saysYesToASeatFrom(LocalDate.of(2026, 11, 26));
        passes(Duration.ofDays(2));
        assertThat(asked()).as("the day before").isEmpty();
        passes(Duration.ofDays(3));
        assertThat(asked()).containsExactly("said-yes:" + lena);
        assertThat(questions())
                .singleElement()
                .isEqualTo("Skills, 1 person: said yes, and the seat that is kept is not theirs yet. "
                        + "Give it to them, or take the offer back.");

        any.run(made.practice(), () -> offers.withdraw(lena, "never came", TESTER));
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_seat_from_today_on_gives_the_office_a_working_day_before_it_is_asked_about() {
        saysYesToASeatFrom(LocalDate.of(2026, 11, 23));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(1));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(2));
        assertThat(asked()).containsExactly("said-yes:" + lena);
    }

    @Test
    void a_seat_in_the_far_future_is_asked_about_seven_days_after_the_yes() {
        saysYesToASeatFrom(LocalDate.of(2026, 12, 22));
        passes(Duration.ofDays(7));
        assertThat(asked()).isEmpty();
        passes(Duration.ofDays(7).plusMinutes(1));
        assertThat(asked()).containsExactly("said-yes:" + lena);
    }

    private void saysYesToASeatFrom(LocalDate day) {
        decides(FitDecision.FIT, null);
        var wanted = new Offers.Wanted(lena, made.group(), day, Offers.USUAL, "");
        assertThat(any.in(made.practice(), () -> offers.make(wanted, TESTER))).isInstanceOf(Offers.Made.Kept.class);
        assertThat(any.in(made.practice(), () -> offers.accept(lena, TESTER))).isInstanceOf(Offers.Answered.Done.class);
    }

    @Test
    void what_they_wrote_into_the_form_again_is_no_try_to_reach_them() {
        passes(Duration.ofDays(2));
        for (int time = 0; time < 3; time++) {
            tries(Contact.Channel.FORM, Contact.Outcome.LEFT_MESSAGE);
        }
        assertThat(asked()).as("nobody called yet").containsExactly("no-call-back:" + lena);

        tries(Contact.Outcome.NO_ANSWER);
        assertThat(asked()).as("one try is not three").isEmpty();
    }

    @Test
    void several_of_one_kind_are_one_question_about_whoever_has_waited_longest() {
        passes(Duration.ofHours(1));
        waiting.asks(made, "Kim", 2);
        passes(Duration.ofDays(3));

        assertThat(asked()).containsExactly("no-call-back:" + lena);
        assertThat(questions()).singleElement().asString().startsWith("Skills, 2 people:");
    }

    private void passes(Duration sinceMonday) {
        clock.moveTo(NOW.plus(sinceMonday));
    }

    private void decides(FitDecision decision, @Nullable LocalDate backOn) {
        any.run(made.practice(), () -> waiting.screenings.decide(lena, decision, "", backOn, WaitingPractice.MARCUS));
    }

    private void tries(Contact.Outcome outcome) {
        tries(Contact.Channel.PHONE, outcome);
    }

    private void tries(Contact.Channel channel, Contact.Outcome outcome) {
        any.run(made.practice(), () -> {
            var entry = waiting.waitlist.find(lena).orElseThrow();
            calls.log(
                    entry.whom(), null, new Contact(clock.instant(), channel, outcome, "", "", null, "tester"), TESTER);
        });
    }

    private List<String> asked() {
        return steps().stream().map(Step::key).toList();
    }

    private List<String> questions() {
        return steps().stream().map(step -> ((Step.Ask<Void>) step).question()).toList();
    }

    private List<Step<Void>> steps() {
        return any.in(made.practice(), () -> duty.plan(new Work(made.practice(), AnyPractice.ZONE, clock.instant())));
    }
}
