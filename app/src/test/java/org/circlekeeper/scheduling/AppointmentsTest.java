package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Single hours hold their leader and their room as groups do. */
@PracticeTest
class AppointmentsTest {

    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    AnyPractice any;

    @Autowired
    Appointments appointments;

    @Autowired
    Rooms rooms;

    @Autowired
    MovableClock clock;

    PracticeId practice;
    RoomId blue;
    final UUID entry = UUID.randomUUID();

    @BeforeEach
    void a_practice_with_a_room() {
        practice = any.open();
        blue = any.in(practice, () -> rooms.add("Blue room", 10, TESTER));
    }

    @Test
    void a_screening_of_somebody_who_waits_is_found_by_their_entry() {
        var booked = book("10:00", blue);

        assertThat(booked).isInstanceOf(Appointments.Booked.Done.class);
        assertThat(any.in(practice, () -> appointments.of(entry)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Appointment.Kind.SCREENING);
                    assertThat(one.status()).isEqualTo(Appointment.Status.PLANNED);
                    assertThat(one.day()).isEqualTo(DAY);
                });
    }

    @Test
    void a_leader_who_is_elsewhere_is_not_booked_and_the_sentence_says_where() {
        book("10:00", null);

        assertThat(book("10:30", null))
                .isEqualTo(new Appointments.Booked.Clash(
                        "Dana Whitfield has an appointment on Tue 1 Dec 2026, 10:00 to 10:50. "
                                + "Choose another time, or move that first."));
        assertThat(any.in(practice, () -> appointments.of(entry))).hasSize(1);
        assertThat(book("10:50", null)).isInstanceOf(Appointments.Booked.Done.class);
    }

    @Test
    void what_is_cancelled_holds_nobody_any_more() {
        var first = (Appointments.Booked.Done) book("10:00", blue);
        any.run(
                practice,
                () -> assertThat(appointments.cancel(first.appointment(), "they called", TESTER))
                        .isTrue());

        assertThat(book("10:00", blue)).isInstanceOf(Appointments.Booked.Done.class);
        any.run(
                practice,
                () -> assertThat(appointments.cancel(first.appointment(), "again", TESTER))
                        .isFalse());
    }

    @Test
    void somebody_who_waited_and_is_a_patient_now_has_their_appointments() {
        book("10:00", null);
        var patient = any.patient(practice);
        any.run(practice, () -> appointments.concerns(entry, patient));

        assertThat(any.in(practice, () -> appointments.of(entry)).getFirst().patient())
                .isEqualTo(patient);
    }

    @Test
    void what_was_cancelled_can_take_place_after_all_and_what_became_of_it_can_be_corrected() {
        assertThat(Appointment.Status.CANCELLED.next()).containsExactly(Appointment.Status.PLANNED);
        assertThat(Appointment.Status.KEPT.next()).containsExactly(Appointment.Status.MISSED);
        assertThat(Appointment.Status.MISSED.next()).containsExactly(Appointment.Status.KEPT);
        assertThat(Appointment.Status.PLANNED.next())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Appointment.Status.PLANNED)));
    }

    @Test
    void whether_somebody_came_is_said_once_it_has_begun_and_before_that_it_stays_movable_and_holds_its_room() {
        var coming = ((Appointments.Booked.Done) book("10:00", blue)).appointment();
        for (var early : List.of(Appointment.Status.KEPT, Appointment.Status.MISSED)) {
            assertThat(any.in(practice, () -> appointments.become(coming, early, "a slip", TESTER)))
                    .as(early.name())
                    .isFalse();
        }
        assertThat(any.in(practice, () -> appointments.find(coming))
                        .orElseThrow()
                        .status())
                .isEqualTo(Appointment.Status.PLANNED);

        var began = clock.instant();
        clock.moveTo(DAY.atTime(10, 0).atZone(AnyPractice.ZONE).toInstant());
        try {
            assertThat(any.in(practice, () -> appointments.become(coming, Appointment.Status.MISSED, "so", TESTER)))
                    .isTrue();
            assertThat(any.in(practice, () -> appointments.become(coming, Appointment.Status.KEPT, "late", TESTER)))
                    .isTrue();
        } finally {
            clock.moveTo(began);
        }
    }

    private Appointments.Booked book(String start, @Nullable RoomId room) {
        return any.in(
                practice,
                () -> appointments.book(
                        new Appointments.Wanted(
                                Appointment.Kind.SCREENING,
                                null,
                                null,
                                entry,
                                "Somebody who waits",
                                DAY,
                                LocalTime.parse(start),
                                Duration.ofMinutes(50),
                                any.leader(practice),
                                room,
                                "",
                                "11"),
                        TESTER));
    }
}
