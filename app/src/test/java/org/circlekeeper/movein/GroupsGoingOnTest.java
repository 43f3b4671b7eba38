package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Which groups of an export of several months are planned on: Dana's meets on Mondays at nine, unless a test says so.
 */
@PracticeTest
class GroupsGoingOnTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 16);
    private static final String DANA = "Dana Whitfield";
    private static final String MARCUS = "Marcus Oyelaran";

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    private final StringBuilder booked = new StringBuilder("Date,Start,Duration,Client ID,Clinician,CPT\n");
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        folder.without("attendance.csv");
    }

    @Test
    void a_session_that_somebody_else_led_once_is_no_group_that_goes_on() {
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusWeeks(1)) {
            meet(day, "09:00", 75, day.equals(LAST) ? MARCUS : DANA);
        }
        var result = take();

        assertThat(planned()).containsOnlyKeys("Monday 09:00, Dana Whitfield");
        assertThat(seated()).isEqualTo(Map.of("Monday 09:00, Dana Whitfield", 3));
        assertThat(result.groups()).isEqualTo(2);
        assertThat(result.sessions()).isEqualTo(12);
        assertThat(ThreeMembers.said(result))
                .contains("Monday 09:00, Marcus Oyelaran met in the place of another group, with its leader or");
        assertThat(named("Monday 09:00, Marcus Oyelaran").days().last()).isEqualTo(LAST);
    }

    @Test
    void a_session_of_another_length_or_at_another_time_is_no_group_that_goes_on() {
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusWeeks(1)) {
            boolean moved = day.equals(LAST);
            meet(moved ? day.plusDays(1) : day, "09:00", day.equals(LAST.minusWeeks(1)) ? 60 : 75, DANA);
        }
        take();

        assertThat(planned()).containsOnlyKeys("Monday 09:00, Dana Whitfield");
        assertThat(seated()).isEqualTo(Map.of("Monday 09:00, Dana Whitfield", 3));
    }

    @Test
    void a_group_that_met_until_summer_has_ended() {
        meetWeekly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 6, 29), "09:00", DANA);
        meetWeekly(FIRST.plusDays(1), LAST.plusDays(1), "12:00", MARCUS);
        var result = take();

        assertThat(planned()).containsOnlyKeys("Tuesday 12:00, Marcus Oyelaran");
        assertThat(seated()).isEqualTo(Map.of("Tuesday 12:00, Marcus Oyelaran", 3));
        assertThat(ThreeMembers.said(result))
                .contains("Monday 09:00, Dana Whitfield met for the last time on 2026-06-29, and the file goes on");
        assertThat(take().imported()).isZero();
    }

    @Test
    void a_group_with_a_week_off_and_one_that_has_just_begun_go_on() {
        meetWeekly(FIRST, LAST.minusWeeks(2), "09:00", DANA);
        meetWeekly(LAST.plusDays(1), LAST.plusDays(1), "12:00", MARCUS);
        take();

        assertThat(planned()).containsOnlyKeys("Monday 09:00, Dana Whitfield", "Tuesday 12:00, Marcus Oyelaran");
    }

    @Test
    void a_group_that_another_leader_has_taken_over_is_planned_once() {
        meetWeekly(FIRST, LAST.minusWeeks(3), "09:00", DANA);
        meetWeekly(LAST.minusWeeks(2), LAST, "09:00", MARCUS);
        take();

        assertThat(planned()).containsOnlyKeys("Monday 09:00, Marcus Oyelaran");
        assertThat(seated()).isEqualTo(Map.of("Monday 09:00, Marcus Oyelaran", 3));
    }

    @Test
    void bookings_ahead_do_not_make_a_group_look_silent() {
        meetWeekly(FIRST, LAST, "09:00", DANA);
        meetWeekly(FIRST.plusDays(1), LocalDate.of(2027, 3, 30), "12:00", MARCUS);
        take();

        assertThat(planned()).containsOnlyKeys("Monday 09:00, Dana Whitfield", "Tuesday 12:00, Marcus Oyelaran");
    }

    @Test
    void somebody_else_who_leads_once_in_a_later_weeks_file_founds_no_group_that_goes_on() {
        meetWeekly(FIRST, LAST.minusWeeks(1), "09:00", DANA);
        take();
        booked.setLength(booked.indexOf("\n") + 1);
        meet(LAST, "09:00", 75, MARCUS);
        var result = take();

        assertThat(result.imported()).isEqualTo(3);
        assertThat(planned()).containsOnlyKeys("Monday 09:00, Dana Whitfield");
        assertThat(seated()).isEqualTo(Map.of("Monday 09:00, Dana Whitfield", 3));
    }

    private void meetWeekly(LocalDate first, LocalDate last, String start, String leader) {
        for (var day = first; !day.isAfter(last); day = day.plusWeeks(1)) {
            meet(day, start, 75, leader);
        }
    }

    private void meet(LocalDate day, String start, int minutes, String leader) {
        for (var client : List.of("C1001", "C1002", "C1003")) {
            booked.append(String.join(",", day.toString(), start, String.valueOf(minutes), client, leader, "90853"))
                    .append('\n');
        }
    }

    private ImportResult take() {
        folder.write("appointments.csv", booked.toString());
        return Folder.take(imports, scope, practice, folder, false);
    }

    private Map<String, Integer> planned() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        var after =
                TODAY.atTime(LocalTime.MAX).atZone(ZoneId.of("America/Chicago")).toInstant();
        var planned = new TreeMap<String, Integer>();
        scope.run(
                practice,
                () -> sessions.between(TODAY, TODAY.plusWeeks(8)).stream()
                        .filter(session -> session.startsAt().isAfter(after))
                        .forEach(session -> planned.merge(
                                groups.find(session.group()).orElseThrow().name(), 1, Integer::sum)));
        return planned;
    }

    private Map<String, Integer> seated() {
        var seated = new TreeMap<String, Integer>();
        scope.run(
                practice,
                () -> rosters.on(TODAY)
                        .forEach(one -> seated.merge(
                                groups.find(one.group()).orElseThrow().name(), 1, Integer::sum)));
        return seated;
    }

    private Group named(String name) {
        return scope.in(practice, groups::all).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
