package org.circlekeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.attendance.Encounters.Mark;

import jakarta.servlet.http.Cookie;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Today asks the database no more of a practice of twenty groups than of one. */
@PracticeTest
class StatementsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    /** The page has seven parts; the rest is who asks, in which practice, and what day it is there. */
    private static final int PARTS_AND_FRAME = 18;

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    Rosters rosters;

    @Autowired
    Encounters encounters;

    @Autowired
    Rounds rounds;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    MockMvcTester browser;

    @Autowired
    CountedStatements counted;

    @Test
    void today_asks_one_question_for_each_part_however_many_groups_there_are() {
        var practice = any.open();
        people.namePractice(practice, "Any Practice");
        var owner = people.add("owner@statements.example", "Owner");
        people.giveRole(practice, owner, Role.OWNER, AnyPractice.TESTER);
        var cookie = new Cookie("circlekeeper", signIns.begin(owner, practice));
        found(practice, 1);
        int withOne = statements(cookie);
        foundFurther(practice, 20);

        assertThat(statements(cookie)).isEqualTo(withOne).isLessThanOrEqualTo(PARTS_AND_FRAME);
    }

    /**
     * Groups has seats, whom is expected, leaders, weekly times, next sessions and how many came to past ones; no card
     * asks for itself.
     */
    @Test
    void groups_asks_one_question_for_each_panel_however_many_groups_there_are() {
        var practice = any.open();
        people.namePractice(practice, "Any Practice");
        var owner = people.add("owner@groups.example", "Owner");
        people.giveRole(practice, owner, Role.OWNER, AnyPractice.TESTER);
        var cookie = new Cookie("circlekeeper", signIns.begin(owner, practice));
        found(practice, 1);
        int withOne = statements(cookie, "/groups");
        foundFurther(practice, 200);

        assertThat(statements(cookie, "/groups")).isEqualTo(withOne).isLessThanOrEqualTo(PARTS_AND_FRAME);
        assertThat(browser.get().uri("/groups").cookie(cookie))
                .bodyText()
                .as("each card has past sessions to tell of")
                .containsSubsequence(Collections.nCopies(200, "Came last:"));
    }

    private void found(PracticeId practice, int number) {
        any.run(practice, () -> set(practice, number));
        rounds.make(practice, Trust.ACT);
    }

    private void foundFurther(PracticeId practice, int last) {
        any.run(practice, () -> {
            for (int number = 2; number <= last; number++) {
                set(practice, number);
            }
        });
        rounds.make(practice, Trust.ACT);
    }

    private void set(PracticeId practice, int number) {
        var leader = any.leader(practice);
        var type = groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
        var days = DateRange.from(FIRST);
        var group = groups.found(type, "Group " + number, 8, leader, days, AnyPractice.TESTER);
        var weekday = DayOfWeek.of(1 + number % 5);
        sessions.meetWeekly(
                group, weekday, LocalTime.of(16, 0), Duration.ofMinutes(60), days, "11", AnyPractice.TESTER);
        var member = any.patient(practice);
        rosters.join(group, member, days, AnyPractice.TESTER);
        held(group, leader, FIRST.plusDays(number % 5), member);
    }

    /** A session whose sheet is closed. */
    private void held(GroupId group, PractitionerId leader, LocalDate day, PatientId member) {
        var start = day.atTime(16, 0).atZone(AnyPractice.ZONE).toInstant();
        var session = sessions.newId();
        sessions.add(List.of(new Session(
                session,
                group,
                null,
                day,
                start,
                start.plus(Duration.ofMinutes(60)),
                leader,
                "11",
                Session.Status.PLANNED,
                null,
                false)));
        encounters.mark(session, member, Mark.of(Presence.PRESENT), AnyPractice.TESTER);
        assertThat(encounters.close(session, AnyPractice.TESTER)).isInstanceOf(Encounters.Closing.Closed.class);
    }

    private int statements(Cookie cookie) {
        return statements(cookie, "/");
    }

    private int statements(Cookie cookie, String page) {
        browser.get().uri(page).cookie(cookie).exchange();
        counted.forget();
        assertThat(browser.get().uri(page).cookie(cookie)).hasStatusOk();
        return counted.statements();
    }
}
