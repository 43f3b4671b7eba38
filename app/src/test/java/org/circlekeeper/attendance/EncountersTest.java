package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.attendance.Encounters.Mark;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class EncountersTest {

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

    @Autowired
    Clock clock;

    PracticeId practice;
    SessionId session;
    List<PatientId> members;

    @BeforeEach
    void a_session_of_three_that_has_ended() {
        practice = any.open();
        members = Stream.generate(() -> any.patient(practice)).limit(3).toList();
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var from = DateRange.from(LocalDate.of(2026, 11, 1));
            var group = groups.found(type, "Circle", 10, any.leader(practice), from, TESTER);
            members.forEach(member -> rosters.join(group, member, from, TESTER));
            session = sessions.newId();
            sessions.add(List.of(session(group, Duration.ofHours(-2))));
        });
    }

    @Test
    void everyone_expected_is_unmarked_until_a_person_says_otherwise() {
        assertThat(sheet().seats())
                .hasSize(3)
                .allSatisfy(seat -> assertThat(seat.presence()).isEqualTo(Presence.UNMARKED));
        assertThat(sheet().came()).isZero();
    }

    @Test
    void a_sheet_with_an_unmarked_seat_does_not_close() {
        mark(members.get(0), Presence.PRESENT);

        assertThat(close()).isEqualTo(new Encounters.Closing.StillUnmarked(2));
        assertThat(sheet().closed()).isNull();
    }

    @Test
    void a_whole_sheet_closes_in_the_name_of_whoever_closed_it() {
        members.forEach(member -> mark(member, Presence.PRESENT));

        assertThat(close()).isInstanceOf(Encounters.Closing.Closed.class);
        assertThat(sheet().closed()).isEqualTo(new Sheet.Closed(TESTER.label(), clock.instant()));
    }

    @Test
    void a_closed_sheet_is_corrected_with_a_reason_and_not_marked() {
        members.forEach(member -> mark(member, Presence.PRESENT));
        close();

        assertThatIllegalStateException().isThrownBy(() -> mark(members.getFirst(), Presence.ABSENT));
        assertThatThrownBy(() -> any.run(
                        practice,
                        () -> encounters.correct(session, members.getFirst(), Mark.of(Presence.ABSENT), " ", TESTER)))
                .isInstanceOf(IllegalArgumentException.class);

        any.run(
                practice,
                () -> encounters.correct(session, members.getFirst(), Mark.of(Presence.ABSENT), "mixed up", TESTER));
        assertThat(sheet().came()).isEqualTo(2);
    }

    @Test
    void undo_takes_the_last_mark_back_and_leaves_the_one_before() {
        mark(members.getFirst(), Presence.PRESENT);
        any.run(
                practice,
                () -> encounters.mark(
                        session, members.getFirst(), new Mark(Presence.LEFT_EARLY, null, null, 20), TESTER));
        // The clock of this test stands still, so both marks carry one moment and go together.
        assertThat(any.in(practice, () -> encounters.undo(session, null, TESTER)))
                .isTrue();

        assertThat(sheet().unmarked()).isEqualTo(3);
        assertThat(any.in(practice, () -> encounters.undo(session, null, TESTER)))
                .isFalse();
    }

    @Test
    void minutes_follow_from_the_times() {
        any.run(
                practice,
                () -> encounters.mark(
                        session,
                        members.getFirst(),
                        new Mark(Presence.LATE, LocalTime.of(9, 20), LocalTime.of(10, 15), null),
                        TESTER));

        assertThat(sheet().seats()).extracting(Seat::minutes).contains(55);
    }

    @Test
    void only_attendance_that_names_who_recorded_it_is_presence() {
        assertThatThrownBy(() -> new Encounters.Former(members.getFirst(), Mark.of(Presence.PRESENT), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_former_sheet_is_closed_by_its_recorder_when_every_seat_is_marked_and_stays_open_otherwise() {
        var at = clock.instant().minus(Duration.ofHours(1));
        any.run(
                practice,
                () -> encounters.bring(
                        session,
                        List.of(
                                new Encounters.Former(members.get(0), Mark.of(Presence.PRESENT), "Dana Whitfield", at),
                                new Encounters.Former(members.get(1), Mark.of(Presence.ABSENT), "Dana Whitfield", at),
                                new Encounters.Former(
                                        members.get(2), Mark.of(Presence.EXCUSED), "Dana Whitfield", at))));

        assertThat(sheet().closed()).isEqualTo(new Sheet.Closed("Dana Whitfield", at));
    }

    private Sheet sheet() {
        return any.in(practice, () -> encounters.sheet(session).orElseThrow());
    }

    private void mark(PatientId patient, Presence presence) {
        any.run(practice, () -> encounters.mark(session, patient, Mark.of(presence), TESTER));
    }

    private Encounters.Closing close() {
        return any.in(practice, () -> encounters.close(session, TESTER));
    }

    private Session session(GroupId group, Duration fromNow) {
        var start = clock.instant().plus(fromNow);
        return new Session(
                session,
                group,
                null,
                LocalDate.ofInstant(start, AnyPractice.ZONE),
                start,
                start.plus(Duration.ofMinutes(75)),
                any.leader(practice),
                "11",
                Session.Status.PLANNED,
                null,
                false);
    }
}
