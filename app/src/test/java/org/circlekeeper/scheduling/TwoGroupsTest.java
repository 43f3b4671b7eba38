package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.FIRST;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Clearances;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No member is expected in two groups at one time unsaid, by joining, changing groups or a change of the calendar. */
@PracticeTest
class TwoGroupsTest {

    private static final String CONFIRMED =
            "To confirm: a member of Monday Circle is expected in Tuesday Circle then: ";
    private static final String THEN = ". Once this is done, Today asks about each such member where they sit.";

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SessionChanges changes;

    @Autowired
    SeriesChanges times;

    @Autowired
    SeriesActs acts;

    @Autowired
    Sessions sessions;

    @Autowired
    Rosters rosters;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;
    GroupId circle;
    PatientId kim;

    @BeforeEach
    void a_member_of_a_monday_group() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        kim = days.member(practice, circle);
        days.plan(practice);
    }

    @Test
    void joining_a_group_is_held_by_a_group_that_meets_at_its_time_and_passed_with_a_reason() {
        var beside = beside("18:30");
        var asked = new Admission(beside, kim, DateRange.from(MONDAY));

        assertThat(any.in(practice, () -> rosters.admit(asked, TEST)))
                .isInstanceOfSatisfying(
                        Rosters.Joined.NotAdmitted.class,
                        not -> assertThat(not.findings()).singleElement().satisfies(found -> {
                            assertThat(found.code()).isEqualTo("group-then");
                            assertThat(found.because().sentence())
                                    .startsWith("They have a seat in Monday Circle, which meets while Beside does: "
                                            + "Mon 30 Nov 2026, 18:30 first, ");
                            assertThat(found.remedy()).startsWith("Pause or end that seat first");
                        }));
        var despite = new Admission(beside, kim, DateRange.from(MONDAY), "she comes to each every other week");
        assertThat(any.in(practice, () -> rosters.admit(despite, TEST))).isInstanceOf(Rosters.Joined.Seated.class);
        assertThat(days.questions(practice)).singleElement().asString().contains("Where do they sit?");
    }

    @Test
    void whoever_goes_from_one_group_to_another_that_meets_then_is_in_one_place() {
        var beside = beside("18:30");
        var seat = any.in(practice, () -> rosters.of(kim)).getFirst().id();

        var gone = any.in(
                practice,
                () -> rosters.transfer(seat, new Admission(beside, kim, DateRange.from(MONDAY)), "suits better", TEST));

        assertThat(gone).hasValueSatisfying(joined -> assertThat(joined).isInstanceOf(Rosters.Joined.Seated.class));
    }

    @Test
    void a_transfer_is_held_by_a_third_group_that_meets_then() {
        var beside = beside("18:30");
        var other = days.group(practice, "Tuesday Circle", dana);
        any.run(practice, () -> rosters.join(other, kim, DateRange.from(FIRST), TEST));
        var seat = any.in(practice, () -> rosters.of(kim)).stream()
                .filter(one -> one.group().equals(other))
                .findFirst()
                .orElseThrow()
                .id();

        var gone = any.in(
                practice,
                () -> rosters.transfer(seat, new Admission(beside, kim, DateRange.from(MONDAY)), "suits better", TEST));

        assertThat(gone)
                .hasValueSatisfying(joined -> assertThat(joined).isInstanceOf(Rosters.Joined.NotAdmitted.class));
        assertThat(any.in(practice, () -> rosters.of(beside))).isEmpty();
    }

    @Test
    void a_seat_that_pauses_or_has_ended_by_then_holds_nobody() {
        var beside = beside("18:30");
        any.run(
                practice,
                () -> rosters.leave(rosters.of(kim).getFirst().id(), MONDAY.minusDays(1), Ending.MOVED, "moved", TEST));

        var against = any.in(practice, () -> rosters.clearance(new Admission(beside, kim, DateRange.from(MONDAY))));
        assertThat(Clearances.besideInsurance(against)).isEmpty();
    }

    @Test
    void a_session_is_moved_to_where_another_group_expects_a_member_once_a_person_has_read_it() {
        tuesdays();
        var session = days.on(practice, circle, MONDAY);
        var tuesday = new Change.Move(MONDAY.plusDays(1), LocalTime.of(19, 0), Duration.ofMinutes(90), null);
        var later = new Change.Move(MONDAY.plusDays(1), LocalTime.of(19, 30), Duration.ofMinutes(90), null);

        var preview = preview(Map.of(session.id(), tuesday));
        assertThat(preview.against()).isEmpty();
        assertThat(preview.shown()).first().isEqualTo(CONFIRMED + "Tue 1 Dec 2026, 19:00" + THEN);
        assertThat(preview(Map.of(session.id(), later)).toConfirm()).isEmpty();
        assertThat(made(Map.of(session.id(), tuesday)).preview().toConfirm()).hasSize(1);
        assertThat(days.questions(practice)).singleElement().asString().contains("Where do they sit?");
    }

    @Test
    void two_sessions_that_are_moved_as_one_act_are_looked_at_as_they_would_stand() {
        var tuesday = tuesdays();
        var one = days.on(practice, circle, MONDAY);
        var other = days.on(practice, tuesday, MONDAY.plusDays(1));
        var there = new Change.Move(MONDAY.plusDays(2), LocalTime.of(18, 0), Duration.ofMinutes(90), null);
        var where = new Change.Move(MONDAY.plusDays(1), LocalTime.of(18, 0), Duration.ofMinutes(90), null);

        assertThat(preview(Map.of(one.id(), there, other.id(), there)).toConfirm())
                .anyMatch(says -> says.startsWith("To confirm: a member of ") && says.contains("is expected in "));
        assertThat(preview(Map.of(one.id(), where, other.id(), there)).toConfirm())
                .isEmpty();
    }

    @Test
    void a_regular_time_is_moved_to_where_another_group_expects_a_member_every_week_once_a_person_has_read_it() {
        tuesdays();
        var wanted = weekly(DayOfWeek.TUESDAY, "17:00", 90);

        var preview = any.in(practice, () -> times.preview(wanted));
        assertThat(preview.against()).isEmpty();
        assertThat(preview.toConfirm())
                .singleElement()
                .asString()
                .startsWith(CONFIRMED + "Tue 1 Dec 2026, 18:00 first, ");
        assertThat(any.in(practice, () -> times.make(wanted, TEST))).isInstanceOf(SessionChanges.Outcome.Done.class);
    }

    @Test
    void whoever_was_let_in_past_it_is_no_news_when_something_else_changes() {
        inBoth();
        var session = days.on(practice, circle, MONDAY);
        var shorter = new Change.Move(MONDAY, LocalTime.of(18, 15), Duration.ofMinutes(60), null);
        var longer = new Change.Move(MONDAY, LocalTime.of(18, 0), Duration.ofMinutes(120), null);

        assertThat(any.in(practice, () -> times.preview(weekly(DayOfWeek.MONDAY, "18:00", 90))))
                .satisfies(preview -> assertThat(preview.against()).isEmpty())
                .satisfies(preview -> assertThat(preview.toConfirm()).isEmpty());
        assertThat(preview(Map.of(session.id(), shorter)).toConfirm()).isEmpty();
        assertThat(preview(Map.of(session.id(), longer)).toConfirm()).hasSize(1);
        var room = made(weekly(DayOfWeek.MONDAY, "18:00", 90));
        assertThat(any.in(practice, () -> acts.takeBack(room.act(), TEST)))
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Done.class,
                        done -> assertThat(done.preview().toConfirm()).isEmpty());
    }

    @Test
    void an_evening_that_was_cancelled_by_mistake_is_taken_back_and_so_is_a_regular_time() {
        inBoth();
        var session = days.on(practice, circle, MONDAY);
        var cancelled = made(Map.of(session.id(), new Change.Cancel()));
        var later = made(weekly(DayOfWeek.MONDAY, "20:00", 90));

        assertThat(any.in(practice, () -> acts.takeBack(later.act(), TEST)))
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Done.class,
                        done -> assertThat(done.preview().toConfirm())
                                .singleElement()
                                .asString()
                                .contains(" is expected in Beside then: Mon 7 Dec 2026, 18:30 first, "));
        assertThat(any.in(practice, () -> changes.takeBack(cancelled.act(), TEST)))
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Done.class,
                        done -> assertThat(done.preview().toConfirm()).hasSize(1));
        assertThat(days.on(practice, circle, MONDAY).status()).isEqualTo(Session.Status.PLANNED);
    }

    /** The member sits in two groups that meet at one time, and somebody said why. */
    private void inBoth() {
        var beside = beside("18:30");
        var despite = new Admission(beside, kim, DateRange.from(MONDAY), "she comes to each every other week");
        assertThat(any.in(practice, () -> rosters.admit(despite, TEST))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    /** Another weekly time for the Monday group, from Monday on. */
    private SeriesChanges.Wanted weekly(DayOfWeek day, String start, int minutes) {
        return any.in(practice, () -> {
            var stands = sessions.seriesOf(circle).stream()
                    .filter(series -> series.days().last() == null)
                    .findFirst()
                    .orElseThrow();
            var fresh = times.series(
                    circle,
                    Recurrence.weekly(day),
                    LocalTime.parse(start),
                    Duration.ofMinutes(minutes),
                    MONDAY,
                    "11",
                    null,
                    "https://video.example/other");
            return new SeriesChanges.Wanted(circle, Optional.of(stands.id()), Optional.of(fresh), MONDAY);
        });
    }

    private SessionChanges.Outcome.Done made(SeriesChanges.Wanted wanted) {
        return (SessionChanges.Outcome.Done) any.in(practice, () -> times.make(wanted, TEST));
    }

    private SessionChanges.Outcome.Done made(Map<SessionId, Change> moves) {
        return (SessionChanges.Outcome.Done)
                any.in(practice, () -> changes.make(changes.edits(moves, "the pipes"), "the pipes", TEST));
    }

    /** A group with a leader of its own that meets on Mondays as well; nobody sits there. */
    private GroupId beside(String start) {
        var beside = days.group(practice, "Beside", marcus);
        days.weekly(practice, beside, DayOfWeek.MONDAY, start);
        days.plan(practice);
        return beside;
    }

    /** A group with a leader of its own, in which the member sits too. */
    private GroupId tuesdays() {
        var tuesday = days.group(practice, "Tuesday Circle", marcus);
        days.weekly(practice, tuesday, DayOfWeek.TUESDAY, "18:00");
        any.run(practice, () -> rosters.join(tuesday, kim, DateRange.from(FIRST), TEST));
        days.plan(practice);
        return tuesday;
    }

    private SessionChanges.Preview preview(Map<SessionId, Change> moves) {
        return any.in(practice, () -> changes.preview(changes.edits(moves, "the pipes")));
    }
}
