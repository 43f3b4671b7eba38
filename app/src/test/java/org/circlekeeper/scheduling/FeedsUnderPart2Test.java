package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever a calendar address shows, what 42 CFR Part 2 protects does not go to the company that keeps the calendar.
 */
@PracticeTest
class FeedsUnderPart2Test {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    Feeds feeds;

    @Autowired
    Rooms rooms;

    @Autowired
    Appointments appointments;

    @Autowired
    Rosters rosters;

    @Autowired
    Patients patients;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    PracticeId practice;
    PractitionerId dana;
    GroupId circle;
    GroupId recovery;
    SignedIn who;

    @BeforeEach
    void a_leader_of_two_groups_of_which_one_is_under_part_2() {
        practice = any.open();
        dana = any.leader(practice);
        circle = days.group(practice, "Tuesday Circle", dana);
        recovery = days.underPart2(practice, "Sober Evenings", dana);
        days.weekly(practice, circle, DayOfWeek.TUESDAY, "18:00");
        days.member(practice, circle);
        var person = people.add("dana@" + practice + ".example", "Dana Whitfield");
        people.giveRole(practice, person, Role.THERAPIST, TEST);
        people.linkPractitioner(practice, person, dana.value(), TEST);
        who = new SignedIn(person, "Dana Whitfield", practice, "Maple Circle", Set.of(Role.THERAPIST), dana.value());
    }

    @Test
    void i05_a_group_under_part_2_shows_its_code_and_nobody_whatever_was_chosen() {
        var room = any.in(practice, () -> rooms.add("Sober room", 8, TEST));
        days.inRoom(practice, recovery, "FREQ=WEEKLY;BYDAY=WE", "18:00", room);
        any.run(practice, () -> {
            var wilma = somebody("Wilma", "Zimmer");
            patients.add(List.of(wilma), TEST, "test");
            rosters.join(recovery, wilma.id(), DateRange.from(CalendarDays.FIRST), TEST);
        });
        days.plan(practice);

        assertThat(read(Feed.Mode.NAMES))
                .contains("Tuesday Circle", "Person Number", feeds.code(recovery))
                .doesNotContain("Sober", "Zimmer", feeds.code(circle));
        assertThat(read(Feed.Mode.INITIALS)).contains("P.N.").doesNotContain("W.Z.");
    }

    @Test
    void i05_the_hour_of_somebody_whom_part_2_protects_shows_its_time_and_nothing_of_them() {
        var wilma = somebody("Wilma", "Zimmer");
        var otto = somebody("Otto", "Quast");
        any.run(practice, () -> {
            patients.add(List.of(wilma, otto), TEST, "test");
            rosters.join(recovery, wilma.id(), DateRange.from(CalendarDays.FIRST), TEST);
        });
        alone(wilma.id(), "10:00");
        alone(otto.id(), "12:00");

        var text = read(Feed.Mode.NAMES);
        assertThat(text).contains("Quast").doesNotContain("Zimmer", "sober.example/10");
        assertThat(text).contains("T100000", "T120000", "sober.example/12");
        assertThat(any.in(practice, () -> audit.latest(1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString())
                        .contains(otto.id().toString())
                        .doesNotContain(wilma.id().toString()));
    }

    private void alone(PatientId patient, String start) {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INDIVIDUAL,
                null,
                patient,
                null,
                "",
                MONDAY.plusDays(1),
                LocalTime.parse(start),
                Duration.ofMinutes(50),
                dana,
                null,
                "https://sober.example/" + start.substring(0, 2),
                "11");
        assertThat(any.in(practice, () -> appointments.book(wanted, TEST)))
                .isInstanceOf(Appointments.Booked.Done.class);
    }

    private Patient somebody(String first, String last) {
        return new Patient(
                patients.newId(),
                null,
                new PersonName(first, last),
                LocalDate.of(1980, 1, 1),
                "U",
                "",
                null,
                null,
                true);
    }

    private String read(Feed.Mode mode) {
        var secret = any.in(practice, () -> feeds.make(who, false, mode));
        return ((Feeds.Answer.Calendar) feeds.read(secret)).text();
    }
}
