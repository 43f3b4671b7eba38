package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.attendance.Encounters.Mark;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PracticeTest
class EncountersTest {

    @Autowired
    SheetOfThree sheets;

    @Autowired
    AnyPractice any;

    @Autowired
    Encounters encounters;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    SheetOfThree.Made made;
    PracticeId practice;
    Instant begun;
    SessionId session;
    List<PatientId> members;

    @BeforeEach
    void a_session_of_three_that_has_ended() {
        begun = clock.instant();
        made = sheets.made();
        practice = made.practice();
        session = made.session();
        members = made.members();
    }

    @AfterEach
    void time_stands_where_it_stood() {
        clock.moveTo(begun);
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

        assertThat(mark(members.getFirst(), Presence.ABSENT)).isFalse();
        assertThat(sheet().came()).isEqualTo(3);
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
    void a_session_whose_sheet_is_closed_is_not_called_off() {
        members.forEach(member -> mark(member, Presence.PRESENT));
        close();
        assertThat(callOff()).isInstanceOf(Encounters.CallingOff.SheetClosed.class);
        assertThat(sheet().session().status()).isEqualTo(Session.Status.PLANNED);
    }

    @Test
    void one_called_off_is_not_closed() {
        members.forEach(member -> mark(member, Presence.PRESENT));
        assertThat(callOff()).isInstanceOf(Encounters.CallingOff.Done.class);
        assertThat(close()).isInstanceOf(Encounters.Closing.NotHeld.class);
        assertThat(callOff()).isInstanceOf(Encounters.CallingOff.NotPlanned.class);
    }

    @Test
    void who_calls_a_session_off_waits_for_who_closes_it() throws Exception {
        members.forEach(member -> mark(member, Presence.PRESENT));
        var closed = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var closing = both.submit(() -> any.in(practice, () -> {
                var done = encounters.close(session, TESTER);
                closed.countDown();
                await(go);
                return done;
            }));
            await(closed);
            var calling = both.submit(this::callOff);
            assertThat(waitsForALock()).isTrue();
            go.countDown();

            assertThat(closing.get()).isInstanceOf(Encounters.Closing.Closed.class);
            assertThat(calling.get()).isInstanceOf(Encounters.CallingOff.SheetClosed.class);
        }
    }

    @Test
    void undo_takes_the_last_mark_back_and_leaves_the_one_before() {
        mark(members.getFirst(), Presence.PRESENT);
        var first = clock.instant();
        clock.moveTo(first.plusSeconds(1));
        any.run(
                practice,
                () -> encounters.mark(
                        session, members.getFirst(), new Mark(Presence.LEFT_EARLY, null, null, 20), TESTER));

        assertThat(undo()).isTrue();
        assertThat(sheet().seats())
                .filteredOn(seat -> seat.patient().equals(members.getFirst()))
                .singleElement()
                .satisfies(seat -> {
                    assertThat(seat.presence()).isEqualTo(Presence.PRESENT);
                    assertThat(seat.minutes()).isNull();
                    assertThat(seat.recordedAt()).isEqualTo(first);
                });
        assertThat(undo()).isTrue();
        assertThat(sheet().unmarked()).isEqualTo(3);
        assertThat(undo()).isFalse();
    }

    @Test
    void seats_marked_in_one_act_are_taken_back_together() {
        any.run(practice, () -> encounters.mark(session, members, Mark.of(Presence.PRESENT), TESTER));

        assertThat(undo()).isTrue();
        assertThat(sheet().unmarked()).isEqualTo(3);
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
        return sheets.sheet(made);
    }

    private boolean mark(PatientId patient, Presence presence) {
        return sheets.mark(made, patient, presence);
    }

    private boolean undo() {
        return sheets.undo(made);
    }

    private Encounters.CallingOff callOff() {
        return any.in(practice, () -> encounters.callOff(session, "the leader is ill", TESTER));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether somebody comes to wait for an advisory lock of this database, within some seconds. */
    private boolean waitsForALock() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            int waiting = db.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .query(Integer.class)
                    .single();
            if (waiting > 0) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private Encounters.Closing close() {
        return sheets.close(made);
    }
}
