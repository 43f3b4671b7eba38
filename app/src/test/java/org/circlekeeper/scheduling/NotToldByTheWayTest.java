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
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That a member sits in a group under 42 CFR Part 2 too is told to nobody who reads that two times clash. */
@PracticeTest
class NotToldByTheWayTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

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
    GroupId monday;
    GroupId recovery;

    @BeforeEach
    void a_group_and_one_under_part_2() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        monday = days.group(practice, "Monday Circle", dana);
        recovery = days.underPart2(practice, "Recovery Circle", marcus);
        days.weekly(practice, monday, DayOfWeek.MONDAY, "18:00");
    }

    @Test
    void i03_a_question_about_a_member_with_two_seats_names_the_other_group_alone() {
        days.weekly(practice, recovery, DayOfWeek.MONDAY, "19:00");
        days.member(practice, monday, recovery);
        days.plan(practice);

        assertThat(days.questions(practice))
                .singleElement()
                .satisfies(asked -> assertThat(asked)
                        .startsWith(
                                "One member has a seat in Monday Circle and in another group, which meet at one time "
                                        + "on Mon 23 Nov 2026, 19:00")
                        .doesNotContain("Recovery"));
    }

    @Test
    void i03_a_member_of_two_groups_under_part_2_is_asked_about_without_either_name() {
        var sober = days.underPart2(practice, "Sober Evenings", dana);
        days.weekly(practice, recovery, DayOfWeek.TUESDAY, "19:00");
        days.weekly(practice, sober, DayOfWeek.TUESDAY, "19:00");
        days.member(practice, recovery, sober);
        days.plan(practice);

        assertThat(days.questions(practice))
                .singleElement()
                .satisfies(asked -> assertThat(asked)
                        .startsWith("One member has a seat in two groups, which meet at one time on Tue 24 Nov 2026"));
    }

    @Test
    void i03_neither_whoever_holds_the_hour_of_a_member_nor_whoever_books_one_reads_which_group_expects_them() {
        days.weekly(practice, recovery, DayOfWeek.TUESDAY, "18:00");
        days.plan(practice);
        var seated = any.patient(practice);
        assertThat(book(seated, "18:00")).isInstanceOf(Appointments.Booked.Done.class);
        any.run(practice, () -> rosters.join(recovery, seated, DateRange.from(FIRST), TEST));

        assertThat(days.questions(practice))
                .containsExactly("One member has an appointment of their own while a group expects them on "
                        + "Tue 1 Dec 2026, 18:00. Which of them changes?");
        assertThat(book(days.member(practice, recovery), "19:00"))
                .isEqualTo(
                        new Appointments.Booked.Clash("A group expects this member on Tue 1 Dec 2026, 18:00 to 19:30. "
                                + "Choose another time, or pause their seat in the group for that day first."));
    }

    @Test
    void i03_of_two_groups_with_a_member_in_common_only_that_is_named_which_changes() {
        days.weekly(practice, recovery, DayOfWeek.TUESDAY, "18:00");
        days.member(practice, monday, recovery);
        days.plan(practice);

        assertThat(toConfirm(monday, MONDAY, TUESDAY))
                .singleElement()
                .asString()
                .startsWith("To confirm: a member of Monday Circle is expected in another group then: ");
        assertThat(toConfirm(recovery, TUESDAY, MONDAY))
                .singleElement()
                .asString()
                .startsWith("To confirm: a member of Recovery Circle is expected in another group then: ");
    }

    /** What is to be known before the session of one day is held on another. */
    private List<String> toConfirm(GroupId group, LocalDate from, LocalDate to) {
        var session = days.on(practice, group, from).id();
        var there = new Change.Move(to, LocalTime.of(19, 0), Duration.ofMinutes(90), null);
        return any.in(
                practice,
                () -> changes.preview(changes.edits(Map.of(session, there), "the pipes"))
                        .toConfirm());
    }

    private Appointments.Booked book(PatientId patient, String start) {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INDIVIDUAL,
                null,
                patient,
                null,
                "",
                TUESDAY,
                LocalTime.parse(start),
                Duration.ofMinutes(50),
                dana,
                null,
                "",
                "11");
        return any.in(practice, () -> appointments.book(wanted, TEST));
    }
}
