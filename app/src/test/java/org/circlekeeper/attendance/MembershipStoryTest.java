package org.circlekeeper.attendance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Move;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One member through a whole membership, as the sheets show it. */
@PracticeTest
class MembershipStoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int WEEKS = 16;

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    PracticeId practice;
    GroupId monday;
    GroupId evening;
    PatientId kim;
    final Map<SessionId, LocalDate> mondays = new LinkedHashMap<>();
    final Map<SessionId, LocalDate> evenings = new LinkedHashMap<>();

    @BeforeEach
    void two_groups_with_sixteen_sessions_each() {
        practice = any.open();
        kim = any.patient(practice);
        mondays.clear();
        evenings.clear();
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var days = DateRange.from(FIRST);
            monday = groups.found(type, "Monday", 8, any.leader(practice), days, TESTER);
            evening = groups.found(type, "Evening", 8, any.leader(practice), days, TESTER);
            meet(monday, LocalTime.of(7, 0), mondays);
            meet(evening, LocalTime.of(19, 0), evenings);
        });
    }

    @Test
    void a_member_joins_mid_series_holds_three_weeks_transfers_graduates_and_joins_again() {
        var here = seated(any.in(practice, () -> rosters.admit(asked(monday, week(2)), TESTER)));
        assertThat(weeksOnSheets(mondays)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

        any.run(practice, () -> rosters.hold(here, week(4), week(7).minusDays(1), "away", TESTER));
        assertThat(weeksOnSheets(mondays)).containsExactly(2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15);

        var there = seated(any.in(
                practice,
                () -> rosters.transfer(here, asked(evening, week(9)), "evenings fit better", TESTER)
                        .orElseThrow()));
        assertThat(weeksOnSheets(mondays)).containsExactly(2, 3, 7, 8);
        assertThat(weeksOnSheets(evenings)).containsExactly(9, 10, 11, 12, 13, 14, 15);

        any.run(practice, () -> rosters.leave(there, week(11), Ending.GRADUATED, "reached their goals", TESTER));
        assertThat(weeksOnSheets(evenings)).containsExactly(9, 10, 11);

        var again = seated(any.in(practice, () -> rosters.admit(asked(monday, week(14)), TESTER)));
        assertThat(again).isNotEqualTo(here);
        assertThat(weeksOnSheets(mondays)).containsExactly(2, 3, 7, 8, 14, 15);
        assertThat(any.in(practice, () -> rosters.of(kim))).hasSize(3);
        recordedAsTheArrowsSay(monday, 2);
        recordedAsTheArrowsSay(evening, 1);
    }

    /**
     * What was written down of each of so many episodes of a group leads along the arrows, and says more than one
     * thing.
     */
    private void recordedAsTheArrowsSay(GroupId group, int episodes) {
        var of = any.in(practice, () -> rosters.moves(group)).stream()
                .collect(groupingBy(Move::membership, mapping(Move::status, toList())));
        assertThat(of)
                .hasSize(episodes)
                .anySatisfy((_, recorded) -> assertThat(recorded).hasSizeGreaterThan(1));
        of.forEach((episode, recorded) -> {
            for (int i = 1; i < recorded.size(); i++) {
                assertThat(recorded.get(i - 1).next())
                        .as("%s of %s: %s", i, episode, recorded)
                        .contains(recorded.get(i));
            }
        });
    }

    @Test
    void what_was_marked_stays_visible_after_somebody_leaves() {
        var here = seated(any.in(practice, () -> rosters.admit(asked(monday, week(0)), TESTER)));
        var first = mondays.keySet().iterator().next();
        any.run(practice, () -> {
            encounters.mark(first, kim, Encounters.Mark.of(Presence.PRESENT), TESTER);
            encounters.close(first, TESTER);
            rosters.leave(here, week(0), Ending.DROPPED, "did not come back", TESTER);
        });

        assertThat(any.in(practice, () -> encounters.sheet(first)).orElseThrow().seats())
                .singleElement()
                .satisfies(seat -> assertThat(seat.presence()).isEqualTo(Presence.PRESENT));
        assertThat(weeksOnSheets(mondays)).containsExactly(0);
    }

    @Test
    void a_hold_over_a_closed_sheet_leaves_it_as_it_was() {
        var here = seated(any.in(practice, () -> rosters.admit(asked(monday, week(0)), TESTER)));
        var first = mondays.keySet().iterator().next();
        any.run(practice, () -> {
            encounters.mark(first, kim, Encounters.Mark.of(Presence.PRESENT), TESTER);
            encounters.close(first, TESTER);
            rosters.hold(here, week(0), week(2), "away", TESTER);
        });

        assertThat(weeksOnSheets(mondays)).startsWith(0, 3, 4);
    }

    @Test
    void an_absence_that_is_known_before_the_session_is_on_its_sheet_with_whoever_said_so() {
        seated(any.in(practice, () -> rosters.admit(asked(monday, week(0)), TESTER)));
        var coming = List.copyOf(mondays.keySet()).get(6);

        any.run(practice, () -> encounters.mark(coming, kim, Encounters.Mark.of(Presence.EXCUSED), TESTER));

        assertThat(any.in(practice, () -> encounters.sheet(coming))
                        .orElseThrow()
                        .seats())
                .singleElement()
                .satisfies(seat -> {
                    assertThat(seat.presence()).isEqualTo(Presence.EXCUSED);
                    assertThat(seat.recordedBy()).isEqualTo(TESTER.label());
                });
    }

    private Admission asked(GroupId group, LocalDate from) {
        return new Admission(group, kim, DateRange.from(from));
    }

    private static MembershipId seated(Rosters.Joined joined) {
        assertThat(joined).isInstanceOf(Rosters.Joined.Seated.class);
        return ((Rosters.Joined.Seated) joined).membership();
    }

    private static LocalDate week(int number) {
        return FIRST.plusWeeks(number);
    }

    private List<Integer> weeksOnSheets(Map<SessionId, LocalDate> of) {
        var weeks = new ArrayList<Integer>();
        of.forEach((id, day) -> {
            boolean on = any.in(practice, () -> encounters.sheet(id)).orElseThrow().seats().stream()
                    .anyMatch(seat -> seat.patient().equals(kim));
            if (on) {
                weeks.add((int) ChronoUnit.WEEKS.between(FIRST, day));
            }
        });
        return weeks;
    }

    private void meet(GroupId group, LocalTime time, Map<SessionId, LocalDate> into) {
        for (int week = 0; week < WEEKS; week++) {
            var id = sessions.newId();
            var day = week(week);
            var start = day.atTime(time).atZone(AnyPractice.ZONE).toInstant();
            sessions.add(List.of(SheetOfThree.planned(id, group, start, Duration.ofMinutes(90), any.leader(practice))));
            into.put(id, day);
        }
    }
}
