package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed regular time is taken back whole, with what a person had decided about its sessions. */
@PracticeTest
class SeriesActsTest {

    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SeriesChanges times;

    @Autowired
    SeriesActs acts;

    @Autowired
    SessionChanges changes;

    @Autowired
    Sessions sessions;

    @Autowired
    Calls calls;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;
    GroupId circle;
    SeriesId mondays;

    @BeforeEach
    void a_monday_group_with_a_co_leader_and_one_session_that_was_moved_by_hand() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Monday Circle", dana);
        mondays = days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.coLeads(practice, circle, marcus);
        days.member(practice, circle);
        days.plan(practice);
        var later = new Change.Move(MONDAY.plusWeeks(1), LocalTime.of(20, 0), Duration.ofMinutes(90), null);
        changed(days.on(practice, circle, MONDAY.plusWeeks(1)), later);
        any.run(practice, () -> calls.open().forEach(call -> calls.settle(call.id(), "called", TEST)));
    }

    @Test
    void what_it_took_away_stands_again_as_it_stood() {
        var before = standing();
        var act = done(tuesdays());
        assertThat(standing()).isNotEqualTo(before);
        assertThat(calls()).hasSize(1);
        days.plan(practice);

        var back = any.in(practice, () -> acts.takeBack(act, TEST));

        assertThat(back).isInstanceOfSatisfying(SessionChanges.Outcome.Done.class, done -> {
            assertThat(done.preview().people()).isEqualTo(1);
            assertThat(done.preview().says()).startsWith("Changes 13 sessions");
        });
        assertThat(standing()).isEqualTo(before);
        assertThat(any.in(practice, sessions::series)).singleElement().satisfies(series -> {
            assertThat(series.id()).isEqualTo(mondays);
            assertThat(series.days().last()).isNull();
        });
        var moved = days.on(practice, circle, MONDAY.plusWeeks(1));
        assertThat(any.in(practice, () -> changes.past(moved.id()))).hasSize(1);
        assertThat(any.in(practice, () -> sessions.beside(List.of(moved.id()))))
                .extracting(Sessions.Leading::practitioner)
                .containsExactly(marcus);
        assertThat(days.steps(practice)).isEmpty();
    }

    @Test
    void whoever_was_not_called_yet_need_not_be() {
        var act = done(tuesdays());
        any.run(practice, () -> acts.takeBack(act, TEST));
        assertThat(calls()).isEmpty();

        var again = done(tuesdays());
        any.run(practice, () -> calls.open().forEach(call -> calls.settle(call.id(), "called", TEST)));
        any.run(practice, () -> acts.takeBack(again, TEST));
        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.why())
                        .isEqualTo("Monday Circle: a change of the regular time from Tue 24 Nov 2026 on is taken back. "
                                + "It stays as it was."));
    }

    @Test
    void a_time_that_ended_goes_on_again_and_one_that_was_added_is_gone() {
        var ended = done(make(new SeriesChanges.Wanted(circle, Optional.of(mondays), Optional.empty(), MONDAY)));
        assertThat(standing()).hasSize(1);
        done(any.in(practice, () -> acts.takeBack(ended, TEST)));
        assertThat(standing()).hasSize(14);

        var added = done(make(new SeriesChanges.Wanted(
                circle, Optional.empty(), Optional.of(series(DayOfWeek.WEDNESDAY, MONDAY)), MONDAY)));
        done(any.in(practice, () -> acts.takeBack(added, TEST)));
        assertThat(standing()).hasSize(14);
        assertThat(any.in(practice, sessions::series)).hasSize(1);
    }

    @Test
    void it_is_taken_back_once_and_not_after_somebody_changed_a_session_of_it() {
        var act = done(tuesdays());
        done(any.in(practice, () -> acts.takeBack(act, TEST)));
        assertThat(any.in(practice, () -> acts.takeBack(act, TEST)))
                .isEqualTo(new SessionChanges.Outcome.Refused(List.of("This was taken back already.")));

        var again = done(tuesdays());
        changed(days.on(practice, circle, TUESDAY), new Change.Skip());
        assertThat(any.in(practice, () -> acts.takeBack(again, TEST)))
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Somebody has changed these sessions or their time since. "
                                + "Change the regular time from a later day on, or each session by itself.")));
    }

    @Test
    void it_is_not_taken_back_once_the_leader_is_elsewhere_then() {
        var act = done(tuesdays());
        var other = days.group(practice, "Other Circle", dana);
        days.weekly(practice, other, DayOfWeek.MONDAY, "18:00");
        days.plan(practice);

        assertThat(any.in(practice, () -> acts.takeBack(act, TEST)))
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Refused.class,
                        refused -> assertThat(refused.against())
                                .singleElement()
                                .satisfies(says ->
                                        assertThat(says).startsWith("Dana Whitfield is with Other Circle on ")));
        assertThat(days.on(practice, circle, TUESDAY).status()).isEqualTo(Session.Status.PLANNED);
    }

    @Test
    void what_it_brought_is_gone_with_it() {
        var act = done(tuesdays());
        var first = days.on(practice, circle, TUESDAY.minusWeeks(1));
        assertThat(first.series()).isNotEqualTo(mondays);

        done(any.in(practice, () -> acts.takeBack(act, TEST)));
        assertThat(any.in(practice, () -> sessions.find(first.id()))).isEmpty();
    }

    private SessionChanges.Outcome tuesdays() {
        var from = TUESDAY.minusWeeks(1);
        return make(new SeriesChanges.Wanted(
                circle, Optional.of(mondays), Optional.of(series(DayOfWeek.TUESDAY, from)), from));
    }

    private Series series(DayOfWeek day, LocalDate from) {
        return any.in(
                practice,
                () -> times.series(
                        circle,
                        Recurrence.weekly(day),
                        LocalTime.of(18, 0),
                        Duration.ofMinutes(90),
                        from,
                        "11",
                        null,
                        ""));
    }

    private SessionChanges.Outcome make(SeriesChanges.Wanted wanted) {
        return any.in(practice, () -> times.make(wanted, TEST));
    }

    private void changed(Session session, Change change) {
        done(any.in(practice, () -> changes.make(changes.edits(Map.of(session.id(), change), "asked"), "asked", TEST)));
    }

    private List<Session> standing() {
        return any.in(practice, () -> sessions.between(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 3, 1))).stream()
                .filter(session -> session.group().equals(circle))
                .toList();
    }

    private List<Call> calls() {
        return any.in(practice, calls::open);
    }

    private static UUID done(SessionChanges.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SessionChanges.Outcome.Done.class);
        return ((SessionChanges.Outcome.Done) outcome).act();
    }
}
