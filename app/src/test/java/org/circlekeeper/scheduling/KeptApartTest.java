package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No leader, no room and no member is in two places unnoticed, and what clashes does not keep others from the calendar.
 */
@PracticeTest
class KeptApartTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SessionChanges changes;

    @Autowired
    Rooms rooms;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient db;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;

    @BeforeEach
    void a_practice_with_two_leaders() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
    }

    @Test
    void two_groups_of_one_leader_at_one_time_are_both_planned_and_somebody_is_asked() {
        var monday = days.group(practice, "Monday Circle", dana);
        var other = days.group(practice, "Other Circle", dana);
        var third = days.group(practice, "Third Circle", marcus);
        days.weekly(practice, monday, DayOfWeek.MONDAY, "18:00");
        days.weekly(practice, other, DayOfWeek.MONDAY, "19:00");
        days.weekly(practice, third, DayOfWeek.MONDAY, "18:00");
        days.plan(practice);

        assertThat(List.of(monday, other, third))
                .allSatisfy(group ->
                        assertThat(days.on(practice, group, MONDAY).status()).isEqualTo(Session.Status.PLANNED));
        assertThat(days.questions(practice))
                .singleElement()
                .satisfies(asked -> assertThat(asked)
                        .startsWith("Dana Whitfield is to be in two places on Mon 23 Nov 2026")
                        .contains("Monday Circle")
                        .contains("Other Circle")
                        .endsWith("Which of them changes?"));
        assertThat(bookings()).isEqualTo(28);
    }

    @Test
    void the_question_is_gone_once_one_of_them_moves() {
        var monday = days.group(practice, "Monday Circle", dana);
        var other = days.group(practice, "Other Circle", dana);
        var blue = any.in(practice, () -> rooms.add("Blue room", 8, TEST));
        days.inRoom(practice, monday, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201", "18:00", blue);
        days.inRoom(practice, other, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201", "18:00", blue);
        days.plan(practice);
        assertThat(days.questions(practice))
                .hasSize(2)
                .anySatisfy(asked -> assertThat(asked).startsWith("Blue room is wanted twice on"));

        for (var day : List.of(MONDAY.minusWeeks(1), MONDAY)) {
            var session = days.on(practice, other, day);
            var later = new Change.Move(day, LocalTime.of(20, 0), Duration.ofMinutes(90), blue);
            assertThat(any.in(
                            practice,
                            () -> changes.make(
                                    changes.edits(Map.of(session.id(), later), "two at once"), "two at once", TEST)))
                    .isInstanceOf(SessionChanges.Outcome.Done.class);
        }
        days.plan(practice);
        assertThat(days.steps(practice)).isEmpty();
    }

    @Test
    void a_member_whom_two_groups_expect_at_one_time_is_asked_about() {
        var monday = days.group(practice, "Monday Circle", dana);
        var other = days.group(practice, "Other Circle", marcus);
        days.weekly(practice, monday, DayOfWeek.MONDAY, "18:00");
        days.weekly(practice, other, DayOfWeek.MONDAY, "19:00");
        days.member(practice, monday, other);
        days.member(practice, monday);
        days.plan(practice);

        assertThat(days.questions(practice))
                .singleElement()
                .satisfies(asked -> assertThat(asked)
                        .startsWith("One member has a seat in")
                        .contains("meet at one time on Mon 23 Nov 2026, 19:00")
                        .endsWith("Where do they sit?"));
    }

    @Test
    void who_leads_with_somebody_holds_the_time_too_and_a_change_of_leaders_follows() {
        var monday = days.group(practice, "Monday Circle", dana);
        days.inRoom(
                practice,
                monday,
                "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201",
                "18:00",
                any.in(practice, () -> rooms.add("Green room", 8, TEST)));
        any.run(
                practice,
                () -> db.sql("""
                        insert into roster.group_leader (id, group_id, practitioner_id, part, first_day)
                        values (gen_random_uuid(), :group, :marcus, 'CO_LEADING', date '2026-11-01')
                        """)
                        .param("group", monday.value())
                        .param("marcus", marcus.value())
                        .update());
        days.plan(practice);
        assertThat(bookings()).isEqualTo(6);

        any.run(practice, () -> db.sql("delete from roster.group_leader").update());
        days.plan(practice);
        assertThat(bookings()).isEqualTo(4);
        assertThat(days.steps(practice)).isEmpty();
    }

    @Test
    void another_leader_of_a_group_holds_its_times_at_once_and_each_session_says_who_said_so() {
        var monday = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, monday, DayOfWeek.MONDAY, "18:00");
        days.plan(practice);
        var before = days.on(practice, monday, MONDAY);
        long ofDana = bookings(dana);

        any.run(practice, () -> sessions.lead(monday, marcus, TEST));

        var after = days.on(practice, monday, MONDAY);
        assertThat(after.leader()).isEqualTo(marcus);
        assertThat(after.arranged().revision()).isEqualTo(before.arranged().revision() + 1);
        assertThat(bookings(marcus)).isEqualTo(ofDana).isPositive();
        assertThat(bookings(dana)).isZero();
        assertThat(any.in(
                        practice,
                        () -> db.sql("select moved_by from scheduling.session_move where session_id = :id")
                                .param("id", after.id().value())
                                .query(String.class)
                                .list()))
                .containsExactly(TEST.label());
    }

    @Test
    void a_session_that_two_people_add_at_the_same_moment_stands_once_and_the_other_reads_a_sentence()
            throws Exception {
        var monday = days.group(practice, "Monday Circle", dana);
        List<Optional<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(Collections.<Callable<Optional<String>>>nCopies(
                            2, () -> any.in(practice, () -> sessions.addExtra(extra(monday), TEST))))
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(answers)
                .containsExactlyInAnyOrder(
                        Optional.empty(),
                        Optional.of("The group has a session at that time already. Find it among its sessions."));
    }

    private Session extra(GroupId group) {
        var begins = MONDAY.atTime(15, 0).atZone(AnyPractice.ZONE).toInstant();
        return new Session(
                sessions.newId(),
                group,
                null,
                MONDAY,
                begins,
                begins.plus(Duration.ofMinutes(60)),
                dana,
                "11",
                Session.Status.PLANNED,
                null,
                false);
    }

    private long bookings(PractitionerId who) {
        return any.in(
                practice,
                () -> db.sql("select count(*) from scheduling.booking where resource_id = :who")
                        .param("who", who.value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_rule_of_every_second_week_is_planned_as_it_says() {
        var monday = days.group(practice, "Monday Circle", dana);
        var room = any.in(practice, () -> rooms.add("Red room", 8, TEST));
        days.inRoom(practice, monday, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=6", "18:00", room);
        days.plan(practice);

        assertThat(any.in(
                        practice,
                        () -> db.sql("select service_date from scheduling.session order by 1")
                                .query(LocalDate.class)
                                .list()))
                .extracting(Object::toString)
                .containsExactly("2026-11-23", "2026-11-25", "2026-12-07", "2026-12-09");
    }

    @Test
    void postgresql_itself_keeps_a_room_in_one_place_whatever_the_program_believes() {
        var monday = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, monday, DayOfWeek.MONDAY, "18:00");
        days.plan(practice);
        var session = days.on(practice, monday, MONDAY.plusWeeks(1)).id().value();

        any.run(
                practice,
                () -> db.sql("delete from scheduling.booking where session_id = :session")
                        .param("session", session)
                        .update());
        assertThatThrownBy(() -> any.run(
                        practice, () -> db.sql("""
                        insert into scheduling.booking (session_id, resource_id, during)
                        select :session, resource_id, during
                          from scheduling.booking
                         where session_id <> :session
                         limit 1
                        """).param("session", session).update()))
                .hasMessageContaining("one_place_at_a_time");
    }

    private int bookings() {
        return any.in(
                practice,
                () -> db.sql("select count(*) from scheduling.booking")
                        .query(Integer.class)
                        .single());
    }
}
