package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member says that they cannot come to a session: it is about its hour, and about nobody else. */
@PracticeTest
class AnnouncementsTest {

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionChanges changes;

    @Autowired
    Announcements announcements;

    @Autowired
    Clock clock;

    PracticeId practice;
    PatientId member;
    SessionId session;

    @BeforeEach
    void a_session_in_two_days() {
        practice = any.open();
        member = any.patient(practice);
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var from = DateRange.from(LocalDate.of(2026, 11, 1));
            var group = groups.found(type, "Circle", 10, any.leader(practice), from, TESTER);
            rosters.join(group, member, from, TESTER);
            session = sessions.newId();
            var start = clock.instant().plus(Duration.ofDays(2));
            sessions.add(
                    List.of(SheetOfThree.planned(session, group, start, Duration.ofMinutes(75), any.leader(practice))));
        });
    }

    @Test
    void it_stands_once_and_is_taken_back() {
        assertThat(say()).isEqualTo(Announcements.Outcome.DONE);
        assertThat(say()).isEqualTo(Announcements.Outcome.ALREADY);
        assertThat(said()).containsOnlyKeys(member);

        assertThat(any.in(practice, () -> announcements.takeBack(session, member, TESTER)))
                .isEqualTo(Announcements.Outcome.DONE);
        assertThat(said()).isEmpty();
    }

    @Test
    void whoever_cannot_come_at_one_hour_is_asked_anew_about_another() {
        say();
        any.run(practice, () -> {
            var later = new Change.Move(LocalDate.of(2026, 11, 27), LocalTime.of(17, 0), Duration.ofMinutes(75), null);
            changes.make(changes.edits(Map.of(session, later), "the room is taken"), "the room is taken", TESTER);
        });
        assertThat(said()).isEmpty();

        assertThat(say()).isEqualTo(Announcements.Outcome.DONE);
        assertThat(said()).containsOnlyKeys(member);
    }

    @Test
    void nobody_says_it_of_a_session_that_does_not_expect_them() {
        var stranger = any.patient(practice);

        assertThat(any.in(practice, () -> announcements.say(session, stranger, TESTER)))
                .isEqualTo(Announcements.Outcome.NOT_EXPECTED);
    }

    private Announcements.Outcome say() {
        return any.in(practice, () -> announcements.say(session, member, TESTER));
    }

    private Map<PatientId, Announcement> said() {
        return any.in(practice, () -> announcements.of(session));
    }
}
