package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.FIRST;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who co-leads a session is said by the session: a co-leader may be away from one, and somebody else be there. */
@PracticeTest
class CoLeadersTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionChanges changes;

    @Autowired
    LeaderAway away;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;
    PractitionerId ana;
    GroupId circle;

    @BeforeEach
    void a_group_with_a_leader_and_a_co_leader() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        ana = days.leader(practice, "Ana", "1234560013");
        circle = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.coLeads(practice, circle, marcus);
        days.member(practice, circle);
        days.plan(practice);
    }

    @Test
    void a_co_leader_who_is_away_has_the_session_and_is_substituted_by_whoever_is_free() {
        var led = any.in(practice, () -> away.sessions(marcus, MONDAY));

        assertThat(led).singleElement().satisfies(one -> {
            assertThat(one.part()).isEqualTo(Part.CO_LEADING);
            assertThat(one.candidates())
                    .filteredOn(Substitutes.Candidate::may)
                    .extracting(Substitutes.Candidate::practitioner)
                    .containsExactly(ana);
            assertThat(one.candidates())
                    .filteredOn(candidate -> candidate.practitioner().equals(dana))
                    .singleElement()
                    .satisfies(candidate -> assertThat(candidate.says()).startsWith("in this session already"));
        });

        done(change(ana));
        assertThat(beside()).containsExactly(ana);
        assertThat(leading()).isEqualTo(2);
        assertThat(any.in(practice, () -> changes.past(monday().id()).getFirst().says()))
                .isEqualTo(
                        "Monday Circle, Mon 30 Nov 2026, 18:00: co-led by Ana Leader instead of Marcus Leader. (ill)");
    }

    @Test
    void a_session_without_its_co_leader_is_led_by_one_and_planning_leaves_it_so() {
        assertThat(leading()).isEqualTo(2);

        done(change(null));
        days.plan(practice);

        assertThat(days.steps(practice)).isEmpty();
        assertThat(beside()).isEmpty();
        assertThat(leading()).isEqualTo(1);
        assertThat(any.in(practice, () -> sessions.leading(idsBetween(MONDAY, MONDAY.plusWeeks(1)))))
                .containsExactly(
                        Map.entry(days.on(practice, circle, MONDAY.plusWeeks(1)).id(), 2));
    }

    @Test
    void whoever_substitutes_a_co_leader_is_in_no_other_place_then() {
        var other = days.group(practice, "Other Circle", ana);
        days.weekly(practice, other, DayOfWeek.MONDAY, "19:00");
        days.plan(practice);

        assertThat(change(ana))
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Ana Leader is with Other Circle on Mon 30 Nov 2026, 19:00 to 20:30. "
                                + "Choose another time, or move that first.")));
        assertThat(beside()).containsExactly(marcus);
    }

    @Test
    void the_co_leader_is_free_meanwhile_and_comes_back_when_it_is_taken_back() {
        var act = done(change(ana));
        var other = days.group(practice, "Other Circle", marcus);
        days.weekly(practice, other, DayOfWeek.MONDAY, "18:00");
        days.plan(practice);
        assertThat(any.in(practice, () -> changes.takeBack(act, TEST)))
                .isInstanceOf(SessionChanges.Outcome.Refused.class);

        var there = days.on(practice, other, MONDAY);
        var later = new Change.Move(MONDAY, LocalTime.of(20, 0), Duration.ofMinutes(90), null);
        done(any.in(practice, () -> changes.make(changes.edits(Map.of(there.id(), later), "later"), "later", TEST)));
        done(any.in(practice, () -> changes.takeBack(act, TEST)));
        assertThat(beside()).containsExactly(marcus);
        assertThat(monday().arranged().standIns()).isEmpty();
    }

    @Test
    void a_substitute_for_the_leader_and_a_co_leader_are_two_who_lead() {
        done(any.in(
                practice,
                () -> changes.make(
                        changes.edits(Map.of(monday().id(), new Change.Substitute(ana)), "ill"), "ill", TEST)));
        assertThat(leading()).isEqualTo(2);

        done(any.in(
                practice,
                () -> changes.make(
                        changes.edits(Map.of(monday().id(), new Change.Substitute(marcus)), "ill"), "ill", TEST)));
        assertThat(leading()).isEqualTo(1);
    }

    @Test
    void who_co_led_since_an_earlier_day_is_in_the_sessions_held_since_then() {
        var held = new Session(
                sessions.newId(),
                circle,
                null,
                LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 16).atTime(9, 0).atZone(AnyPractice.ZONE).toInstant(),
                LocalDate.of(2026, 11, 16)
                        .atTime(10, 0)
                        .atZone(AnyPractice.ZONE)
                        .toInstant(),
                dana,
                "11",
                Session.Status.PLANNED,
                null,
                true);
        any.run(practice, () -> sessions.add(List.of(held)));
        assertThat(any.in(practice, () -> sessions.leading(held))).isEqualTo(1);

        any.run(practice, () -> sessions.wasBeside(circle, ana, Part.CO_LEADING, DateRange.from(FIRST), TEST));
        assertThat(any.in(practice, () -> sessions.leading(held))).isEqualTo(2);

        any.run(practice, () -> sessions.wasNotBeside(circle, ana, LocalDate.of(2026, 11, 15), TEST));
        assertThat(any.in(practice, () -> sessions.leading(held))).isEqualTo(1);
    }

    private Session monday() {
        return days.on(practice, circle, MONDAY);
    }

    private List<PractitionerId> beside() {
        return any.in(practice, () -> sessions.beside(List.of(monday().id()))).stream()
                .map(Sessions.Leading::practitioner)
                .toList();
    }

    private int leading() {
        return any.in(practice, () -> sessions.leading(monday()));
    }

    private SessionChanges.Outcome change(@Nullable PractitionerId instead) {
        return any.in(
                practice,
                () -> changes.make(
                        changes.edits(Map.of(monday().id(), new Change.CoLeader(marcus, instead)), "ill"),
                        "ill",
                        TEST));
    }

    private UUID[] idsBetween(LocalDate from, LocalDate to) {
        return sessions.between(from, to).stream()
                .map(session -> session.id().value())
                .toArray(UUID[]::new);
    }

    private static UUID done(SessionChanges.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SessionChanges.Outcome.Done.class);
        return ((SessionChanges.Outcome.Done) outcome).act();
    }
}
