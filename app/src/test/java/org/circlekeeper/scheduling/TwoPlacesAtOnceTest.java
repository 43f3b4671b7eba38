package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who book one member at the same moment, for one time: one of them does, and the other is told what is there. */
@PracticeTest
class TwoPlacesAtOnceTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    Appointments appointments;

    @Autowired
    Rosters rosters;

    private PracticeId practice;
    private PractitionerId dana;
    private PractitionerId marcus;
    private GroupId circle;
    private GroupId beside;
    private PatientId kim;

    @BeforeEach
    void two_groups_that_meet_at_one_time_and_somebody_in_neither() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Monday Circle", dana);
        beside = days.group(practice, "Beside", marcus);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.weekly(practice, beside, DayOfWeek.MONDAY, "18:30");
        days.plan(practice);
        kim = any.patient(practice);
    }

    @RepeatedTest(5)
    void of_two_groups_at_one_time_one_gets_them() throws Exception {
        assertThat(atOnce(() -> admit(circle), () -> admit(beside)))
                .satisfiesOnlyOnce(joined -> assertThat(joined).isInstanceOf(Rosters.Joined.Seated.class))
                .satisfiesOnlyOnce(joined -> assertThat(joined)
                        .isInstanceOfSatisfying(
                                Rosters.Joined.NotAdmitted.class,
                                not -> assertThat(not.findings())
                                        .extracting(found -> found.code())
                                        .containsExactly("group-then")));
        assertThat(any.in(practice, () -> rosters.of(kim))).hasSize(1);
    }

    @RepeatedTest(5)
    void of_two_appointments_at_one_time_one_is_booked() throws Exception {
        assertThat(atOnce(() -> book(dana, "10:00"), () -> book(marcus, "10:30")))
                .satisfiesOnlyOnce(booked -> assertThat(booked).isInstanceOf(Appointments.Booked.Done.class))
                .satisfiesOnlyOnce(booked -> assertThat(booked).isInstanceOf(Appointments.Booked.Clash.class));
    }

    @RepeatedTest(5)
    void of_a_seat_and_an_appointment_at_its_time_one_is_given() throws Exception {
        var both = this.<Object>atOnce(() -> admit(circle), () -> book(marcus, "17:30"));

        assertThat(both)
                .filteredOn(one -> one instanceof Rosters.Joined.Seated || one instanceof Appointments.Booked.Done)
                .hasSize(1);
        assertThat(days.questions(practice)).isEmpty();
    }

    private Rosters.Joined admit(GroupId group) {
        return rosters.admit(new Admission(group, kim, DateRange.from(MONDAY)), TEST);
    }

    private Appointments.Booked book(PractitionerId with, String start) {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INDIVIDUAL,
                null,
                kim,
                null,
                "",
                MONDAY,
                LocalTime.parse(start),
                Duration.ofMinutes(50),
                with,
                null,
                "",
                "11");
        return appointments.book(wanted, TEST);
    }

    /** Both are within their transaction before either begins. */
    private <T> List<T> atOnce(Callable<? extends T> one, Callable<? extends T> other) throws Exception {
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.<T>invokeAll(List.of(within(both, one), within(both, other))).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private <T> Callable<T> within(CyclicBarrier both, Callable<? extends T> work) {
        return () -> any.in(practice, () -> {
            try {
                both.await(20, TimeUnit.SECONDS);
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
