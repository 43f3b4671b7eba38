package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.attendance.Encounters.Mark;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said of a seat stays, whoever said it and whoever said otherwise later: here, or in former records. */
@PracticeTest
class MarksAreKeptTest {

    @Autowired
    SheetOfThree sheets;

    @Autowired
    AnyPractice any;

    @Autowired
    Encounters encounters;

    @Autowired
    Clock clock;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient db;

    SheetOfThree.Made made;
    PracticeId practice;
    SessionId session;
    List<PatientId> members;

    @BeforeEach
    void a_session_of_three_that_has_ended() {
        made = sheets.made();
        practice = made.practice();
        session = made.session();
        members = made.members();
    }

    @Test
    void a_correction_keeps_the_mark_that_it_corrects() {
        members.forEach(member -> mark(member, Presence.PRESENT));
        any.run(practice, () -> encounters.close(session, TESTER));
        any.run(
                practice,
                () -> encounters.correct(session, members.getFirst(), Mark.of(Presence.ABSENT), "mixed up", TESTER));

        assertThat(kept(members.getFirst()))
                .containsExactly(
                        "PRESENT by tester (command line) of sheet",
                        "ABSENT by tester (command line) of sheet: mixed up");
    }

    @Test
    void a_correction_of_what_former_records_said_keeps_both_versions() {
        var at = clock.instant().minus(Duration.ofHours(1));
        bring(members, at);
        any.run(
                practice,
                () -> encounters.correct(session, members.getFirst(), Mark.of(Presence.ABSENT), "mixed up", TESTER));

        assertThat(kept(members.getFirst()))
                .containsExactly(
                        "PRESENT by Ana Silva of import", "ABSENT by tester (command line) of sheet: mixed up");
    }

    @Test
    void undo_leaves_what_former_records_said() {
        var at = clock.instant().minus(Duration.ofHours(1));
        bring(List.of(members.getFirst()), at);
        mark(members.getFirst(), Presence.ABSENT);

        assertThat(undo()).isTrue();
        assertThat(sheet().seats())
                .filteredOn(seat -> seat.patient().equals(members.getFirst()))
                .singleElement()
                .satisfies(seat -> {
                    assertThat(seat.presence()).isEqualTo(Presence.PRESENT);
                    assertThat(seat.recordedBy()).isEqualTo("Ana Silva");
                    assertThat(seat.recordedAt()).isEqualTo(at);
                });
        assertThat(undo()).isFalse();
    }

    @Test
    void a_mark_that_was_taken_back_is_kept_and_the_trail_says_whose_it_was() {
        mark(members.getFirst(), Presence.ABSENT);
        undo();

        assertThat(kept(members.getFirst()))
                .containsExactly("ABSENT by tester (command line) of sheet, taken back by tester (command line)");
        assertThat(any.in(practice, () -> audit.entriesAbout(members.getFirst().value())))
                .anySatisfy(entry -> {
                    assertThat(entry.what()).isEqualTo("took back a mark");
                    assertThat(entry.why()).isEqualTo("undid: absent");
                });
    }

    @Test
    void a_seat_that_was_given_here_keeps_a_former_sheet_open_until_somebody_speaks_for_it() {
        bring(members.subList(0, 2), clock.instant().minus(Duration.ofHours(1)));

        assertThat(sheet().closed()).isNull();
        assertThat(sheet().unmarked()).isEqualTo(1);
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

    private void bring(List<PatientId> came, Instant at) {
        any.run(
                practice,
                () -> encounters.bring(
                        session,
                        came.stream()
                                .map(member ->
                                        new Encounters.Former(member, Mark.of(Presence.PRESENT), "Ana Silva", at))
                                .toList()));
    }

    /** Every mark of a member on this sheet, in the order of making. */
    private List<String> kept(PatientId member) {
        return any.in(
                practice,
                () -> db.sql("""
                        select m.presence || ' by ' || m.recorded_by || ' of ' || m.source || coalesce(': ' || m.reason, '')
                               || coalesce(', taken back by ' || m.taken_back_by, '')
                          from attendance.mark m
                          join attendance.encounter_facts e on e.id = m.encounter_id
                         where e.session_id = :session
                           and e.patient_id = :patient
                         order by m.id
                        """)
                        .param("session", session.value())
                        .param("patient", member.value())
                        .query(String.class)
                        .list());
    }
}
