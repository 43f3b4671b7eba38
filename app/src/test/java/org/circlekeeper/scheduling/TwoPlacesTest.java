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
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Clearances;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No member is expected in a group and at an appointment of their own at one time, whichever came first. */
@PracticeTest
class TwoPlacesTest {

    private static final String EXPECTED = "Monday Circle expects this member on Mon 30 Nov 2026, 18:00 to 19:30. "
            + "Choose another time, or pause their seat in the group for that day first.";

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    Appointments appointments;

    @Autowired
    SessionChanges changes;

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
    void an_appointment_is_not_booked_while_a_group_expects_the_member() {
        assertThat(book(MONDAY, "19:00")).isEqualTo(new Appointments.Booked.Clash(EXPECTED));
        assertThat(book(MONDAY, "19:30")).isInstanceOf(Appointments.Booked.Done.class);
    }

    @Test
    void whoever_pauses_on_that_day_may_come_alone() {
        any.run(practice, () -> {
            var seat = rosters.of(kim).getFirst().id();
            assertThat(rosters.hold(seat, MONDAY, MONDAY, "travels", TEST)).isTrue();
        });

        assertThat(book(MONDAY, "18:00")).isInstanceOf(Appointments.Booked.Done.class);
    }

    @Test
    void an_appointment_is_not_moved_to_where_a_group_or_another_appointment_is() {
        var first = booked(MONDAY, "10:00");
        booked(MONDAY, "14:00");

        assertThat(move(first, MONDAY, "18:30")).isEqualTo(new SessionChanges.Outcome.Refused(List.of(EXPECTED)));
        assertThat(move(first, MONDAY, "14:30"))
                .isEqualTo(new SessionChanges.Outcome.Refused(List.of(
                        "Marcus Leader has an appointment on Mon 30 Nov 2026, 14:00 to 14:50. "
                                + "Choose another time, or move that first.",
                        "This member has another appointment then: Individual session, Mon 30 Nov 2026, 14:00, "
                                + "with Marcus Leader. Choose another time, or move that one first.")));
        assertThat(move(first, MONDAY, "11:00")).isInstanceOf(SessionChanges.Outcome.Done.class);
        assertThat(any.in(practice, () -> appointments.find(first))
                        .orElseThrow()
                        .startsAt())
                .isEqualTo(MONDAY.atTime(11, 0).atZone(AnyPractice.ZONE).toInstant());
        assertThat(any.in(practice, () -> appointments.past(first)).getFirst().says())
                .isEqualTo("Individual session, Mon 30 Nov 2026, 10:00: "
                        + "moves to Mon 30 Nov 2026, 11:00 to 11:50. (asked for)");
    }

    @Test
    void what_was_cancelled_takes_place_after_all_unless_the_time_is_taken_by_now() {
        var first = booked(MONDAY, "10:00");
        any.run(practice, () -> appointments.cancel(first, "they called", TEST));
        var second = booked(MONDAY, "10:00");
        assertThat(change(first, new AppointmentChange.Restore())).isInstanceOf(SessionChanges.Outcome.Refused.class);

        any.run(practice, () -> appointments.cancel(second, "they called", TEST));
        assertThat(change(first, new AppointmentChange.Restore())).isInstanceOf(SessionChanges.Outcome.Done.class);
        assertThat(book(MONDAY, "10:00")).isInstanceOf(Appointments.Booked.Clash.class);
    }

    @Test
    void a_session_is_not_moved_to_where_a_member_has_an_appointment() {
        booked(MONDAY.plusDays(1), "18:00");
        var session = days.on(practice, circle, MONDAY);
        var tuesday = new Change.Move(MONDAY.plusDays(1), LocalTime.of(18, 30), Duration.ofMinutes(90), null);

        assertThat(any.in(
                        practice,
                        () -> changes.preview(changes.edits(Map.of(session.id(), tuesday), "the pipes"))
                                .against()))
                .containsExactly("A member of Monday Circle has an appointment then: Individual session, "
                        + "Tue 1 Dec 2026, 18:00, with Marcus Leader. "
                        + "Choose another time, or move the appointment first.");
    }

    @Test
    void joining_a_group_is_held_by_an_appointment_at_its_time_and_passed_with_a_reason() {
        var tuesday = days.group(practice, "Tuesday Circle", dana);
        days.weekly(practice, tuesday, DayOfWeek.TUESDAY, "18:00");
        days.plan(practice);
        booked(MONDAY.plusDays(1), "18:00");
        var asked = new Admission(tuesday, kim, DateRange.from(MONDAY));

        assertThat(any.in(practice, () -> rosters.admit(asked, TEST)))
                .isInstanceOfSatisfying(
                        Rosters.Joined.NotAdmitted.class,
                        not -> assertThat(not.findings()).singleElement().satisfies(found -> {
                            assertThat(found.code()).isEqualTo("appointment-then");
                            assertThat(found.because().sentence())
                                    .isEqualTo("They have an appointment of their own while Tuesday Circle meets: "
                                            + "Tue 1 Dec 2026, 18:00.");
                        }));
        var later = new Admission(tuesday, kim, DateRange.from(MONDAY.plusDays(2)));
        assertThat(Clearances.besideInsurance(any.in(practice, () -> rosters.clearance(later))))
                .isEmpty();
        var despite = new Admission(tuesday, kim, DateRange.from(MONDAY), "it is the last one");
        assertThat(any.in(practice, () -> rosters.admit(despite, TEST))).isInstanceOf(Rosters.Joined.Seated.class);

        assertThat(days.questions(practice))
                .containsExactly("One member has an appointment of their own while Tuesday Circle expects them on "
                        + "Tue 1 Dec 2026, 18:00. Which of them changes?");
    }

    @Test
    void what_is_in_two_places_all_the_same_is_asked_about_until_one_of_them_changes() {
        var seated = any.patient(practice);
        var appointment = booked(seated, MONDAY, "18:00");
        any.run(practice, () -> rosters.join(circle, seated, DateRange.from(FIRST), TEST));
        assertThat(days.questions(practice)).hasSize(1);

        assertThat(move(appointment, MONDAY, "20:00")).isInstanceOf(SessionChanges.Outcome.Done.class);
        assertThat(days.questions(practice)).isEmpty();
    }

    private Appointments.Booked book(LocalDate day, String start) {
        return book(kim, day, start);
    }

    private Appointments.Booked book(PatientId patient, LocalDate day, String start) {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INDIVIDUAL,
                null,
                patient,
                null,
                "",
                day,
                LocalTime.parse(start),
                Duration.ofMinutes(50),
                marcus,
                null,
                "",
                "11");
        return any.in(practice, () -> appointments.book(wanted, TEST));
    }

    private AppointmentId booked(LocalDate day, String start) {
        return booked(kim, day, start);
    }

    private AppointmentId booked(PatientId patient, LocalDate day, String start) {
        return ((Appointments.Booked.Done) book(patient, day, start)).appointment();
    }

    private SessionChanges.Outcome move(AppointmentId id, LocalDate day, String start) {
        return change(
                id, new AppointmentChange.Move(day, LocalTime.parse(start), Duration.ofMinutes(50), null, marcus));
    }

    private SessionChanges.Outcome change(AppointmentId id, AppointmentChange change) {
        return any.in(
                practice,
                () -> changes.make(
                        new Edits(List.of(), changes.alone(Map.of(id, change), "asked for")), "asked for", TEST));
    }
}
