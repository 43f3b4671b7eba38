package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All that somebody has on a day, sessions and appointments, is settled as one act and taken back as one. */
@PracticeTest
class DayOfALeaderTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SessionChanges changes;

    @Autowired
    Appointments appointments;

    @Autowired
    LeaderAway away;

    @Autowired
    Calls calls;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;
    GroupId circle;
    PatientId kim;
    AppointmentId interview;
    AppointmentId known;

    @BeforeEach
    void a_day_with_a_group_and_two_appointments() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.member(practice, circle);
        days.member(practice, circle);
        days.plan(practice);
        kim = any.patient(practice);
        interview = book(kim, "", "10:00");
        known = book(null, "Somebody new", "11:00");
    }

    @Test
    void both_are_on_the_day_with_whoever_could_take_them() {
        var alone = any.in(practice, () -> away.appointments(dana, MONDAY));

        assertThat(alone).extracting(one -> one.appointment().id()).containsExactly(interview, known);
        assertThat(alone.getFirst().candidates())
                .filteredOn(Substitutes.Candidate::may)
                .extracting(Substitutes.Candidate::practitioner)
                .containsExactly(marcus);
        assertThat(any.in(practice, () -> away.sessions(dana, MONDAY))).hasSize(1);
    }

    @Test
    void one_act_cancels_hands_over_and_puts_online_after_it_was_shown() {
        var preview = any.in(practice, () -> changes.preview(edits()));
        assertThat(preview.says()).isEqualTo("Changes 1 session and 2 appointments, tells 3 people.");
        assertThat(preview.lines())
                .containsExactly(
                        "Monday Circle, Mon 30 Nov 2026, 18:00: led by Marcus Leader instead of Dana Whitfield.",
                        "Intake interview, Mon 30 Nov 2026, 10:00: held online.",
                        "Intake interview, Mon 30 Nov 2026, 11:00: does not take place. "
                                + "Tell whoever comes yourself: no number of theirs is kept here.");

        done(any.in(practice, () -> changes.make(edits(), "ill", TEST)));
        assertThat(find(interview).placeOfService()).isEqualTo("10");
        assertThat(find(known).status()).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(days.on(practice, circle, MONDAY).leader()).isEqualTo(marcus);
        assertThat(calls()).hasSize(3).anyMatch(call -> kim.equals(call.whom().patient()));
    }

    @Test
    void one_undo_takes_all_of_it_back_and_spares_whoever_was_not_called_yet() {
        var act = done(any.in(practice, () -> changes.make(edits(), "ill", TEST)));

        done(any.in(practice, () -> changes.takeBack(act, TEST)));
        assertThat(find(interview).placeOfService()).isEqualTo("11");
        assertThat(find(interview).link()).isEmpty();
        assertThat(find(known).status()).isEqualTo(Appointment.Status.PLANNED);
        assertThat(days.on(practice, circle, MONDAY).leader()).isEqualTo(dana);
        assertThat(calls()).isEmpty();
        assertThat(any.in(practice, () -> appointments.past(interview)))
                .extracting(SessionChanges.Past::says)
                .containsExactly(
                        "Intake interview, Mon 30 Nov 2026, 10:00: held in person. (taken back)",
                        "Intake interview, Mon 30 Nov 2026, 10:00: held online. (ill)",
                        "booked");
    }

    @Test
    void nothing_is_taken_back_once_one_of_them_was_changed_since() {
        var act = done(any.in(practice, () -> changes.make(edits(), "ill", TEST)));
        any.run(practice, () -> appointments.cancel(interview, "they called", TEST));

        assertThat(any.in(practice, () -> changes.takeBack(act, TEST)))
                .isInstanceOf(SessionChanges.Outcome.Refused.class);
        assertThat(days.on(practice, circle, MONDAY).leader()).isEqualTo(marcus);
    }

    @Test
    void nobody_takes_a_session_and_an_appointment_at_one_time() {
        var late = book(null, "Somebody late", "16:30");
        done(move(late, new AppointmentChange.Move(MONDAY, LocalTime.of(16, 30), Duration.ofMinutes(60), null, dana)));
        var session = days.on(practice, circle, MONDAY);
        var sooner = new Change.Move(MONDAY, LocalTime.of(17, 0), Duration.ofMinutes(90), null);

        assertThat(any.in(
                        practice,
                        () -> changes.preview(changes.edits(Map.of(session.id(), sooner), "sooner"))
                                .against()))
                .containsExactly("Dana Whitfield has an appointment on Mon 30 Nov 2026, 16:30 to 17:30. "
                        + "Choose another time, or move that first.");
    }

    private Edits edits() {
        var session = days.on(practice, circle, MONDAY).id();
        return any.in(
                practice,
                () -> new Edits(
                        changes.edits(Map.of(session, new Change.Substitute(marcus)), "ill"),
                        changes.alone(
                                Map.of(
                                        interview,
                                        new AppointmentChange.Online("https://video.example/1"),
                                        known,
                                        new AppointmentChange.Cancel()),
                                "ill")));
    }

    private SessionChanges.Outcome move(AppointmentId id, AppointmentChange change) {
        return any.in(
                practice,
                () -> changes.make(
                        new Edits(List.of(), changes.alone(Map.of(id, change), "asked for")), "asked for", TEST));
    }

    private AppointmentId book(@Nullable PatientId patient, String label, String start) {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INTAKE,
                null,
                patient,
                null,
                label,
                MONDAY,
                LocalTime.parse(start),
                Duration.ofMinutes(50),
                dana,
                null,
                "",
                "11");
        var booked = any.in(practice, () -> appointments.book(wanted, TEST));
        return ((Appointments.Booked.Done) booked).appointment();
    }

    private Appointment find(AppointmentId id) {
        return any.in(practice, () -> appointments.find(id)).orElseThrow();
    }

    private List<Call> calls() {
        return any.in(practice, calls::open);
    }

    private static UUID done(SessionChanges.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SessionChanges.Outcome.Done.class);
        return ((SessionChanges.Outcome.Done) outcome).act();
    }
}
