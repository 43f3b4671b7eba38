package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PracticeTest
class WeeklyChangesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    Patients patients;

    @Autowired
    Claims claims;

    @Autowired
    Rounds rounds;

    @Autowired
    Settlement settlement;

    @Autowired
    JdbcClient db;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void moveIn() {
        practice = folder.opened(openings);
        take(false);
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
    }

    @Test
    void a_session_at_another_time_is_a_difference_and_never_a_second_session() {
        moveMonday("09:30");
        var result = take(false);

        assertThat(result.imported()).isZero();
        assertThat(result.changed()).isEqualTo(10);
        assertThat(result.groups()).isEqualTo(5);
        assertThat(result.sessions()).isEqualTo(20);
        assertThat(result.vanished()).isEmpty();
        assertThat(result.differences())
                .filteredOn(one -> one.field().equals("start"))
                .hasSize(10)
                .allMatch(one -> one.acceptable()
                        && one.before().equals("09:00")
                        && one.after().equals("09:30"));
        assertThat(monday().startsAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(9, 0));

        take(true);
        assertThat(monday().startsAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(9, 30));
        assertThat(monday().endsAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(10, 45));
        var again = take(false);
        assertThat(List.of(again.imported(), again.changed(), again.unchanged()))
                .containsExactly(0, 0, 453);
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        assertThat(sent()).isEqualTo(173);
    }

    @Test
    void whoever_changes_the_calendar_waits_from_before_the_first_row_is_written() {
        moveMonday("09:30");
        var free = new ArrayList<Boolean>();

        scope.in(practice, () -> imports.take(folder.drop(), Folder.OPERATOR, true, _ -> free.add(isCalendarFree())));

        assertThat(free).startsWith(true).hasSizeGreaterThan(2);
        assertThat(free.subList(1, free.size())).containsOnly(false);
        assertThat(isCalendarFree()).isTrue();
    }

    private boolean isCalendarFree() {
        return scope.apart(
                practice,
                () -> db.sql(
                                "select pg_try_advisory_xact_lock(hashtextextended('calendar ' || database.practice_id(), 0))")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void one_row_at_another_time_than_its_session_is_for_a_person() {
        folder.replacing("appointments.csv", row("09:00,10:15,Elif"), row("09:30,10:45,Elif"));
        var result = take(true);

        assertThat(result.imported()).isZero();
        assertThat(result.differences()).anySatisfy(one -> {
            assertThat(one.field()).isEqualTo("start");
            assertThat(one.acceptable()).isFalse();
            assertThat(one.remedy()).startsWith("Others of the session stay at 09:00 in the file.");
        });
        assertThat(monday().startsAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(take(false).differences()).isNotEmpty();
    }

    @Test
    void another_clinician_for_a_session_that_is_here_is_for_a_person() {
        var text = folder.text("appointments.csv");
        folder.write("appointments.csv", text.replaceAll("(10/19/2026,09:00,.*),Dana Whitfield", "$1,Elena Petrova"));
        var result = take(true);

        assertThat(result.imported()).isZero();
        assertThat(result.groups()).isEqualTo(5);
        assertThat(result.differences()).hasSize(10).noneMatch(Difference::acceptable);
    }

    @Test
    void a_session_that_took_longer_is_a_difference_to_accept() {
        var text = folder.text("appointments.csv");
        folder.write("appointments.csv", text.replace("10/19/2026,09:00,10:15", "10/19/2026,09:00,10:30"));
        assertThat(take(true).accepted()).isEqualTo(10);
        assertThat(monday().endsAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(10, 30));
        assertThat(take(false).changed()).isZero();
    }

    @Test
    void presence_that_became_absence_after_filing_is_a_difference_until_a_person_has_settled_it() {
        var row = "2026-10-19,09:00,Dana Whitfield,C1001,present,09:00,10:15,";
        folder.replacing("attendance.csv", row, row.replace("present,09:00,10:15", "absent,,"));
        assertThat(take(false).differences()).anyMatch(one -> one.field().equals("presence"));
        assertThat(take(false).differences()).anyMatch(one -> one.after().equals("absent"));
        assertThat(presence("C1001")).isEqualTo(Presence.PRESENT);

        take(true);
        assertThat(presence("C1001")).isEqualTo(Presence.ABSENT);
        assertThat(rounds.make(practice, Trust.ACT, Folder.OPERATOR))
                .anyMatch(step -> step.kind().word().equals("asked"));
        assertThat(take(false).changed()).isZero();
    }

    @Test
    void accepting_one_field_leaves_what_was_changed_here_alone() {
        var before = patient("C1001");
        var here = new Patient(
                before.id(),
                before.externalId(),
                before.name(),
                before.birthDate(),
                before.sex(),
                "typed.here@example.org",
                null,
                before.address(),
                true);
        scope.run(practice, () -> patients.change(here, Folder.OPERATOR, "test"));
        folder.replacing("clients.csv", "C1001,Elif,Johansson", "C1001,Elif,Johannson");
        take(true);

        assertThat(patient("C1001").name()).isEqualTo(new PersonName("Elif", "Johannson"));
        assertThat(patient("C1001").email()).isEqualTo("typed.here@example.org");
        assertThat(patient("C1001").phone()).isNull();
    }

    @Test
    void a_row_too_late_for_a_closed_sheet_is_refused_until_sheet_and_file_agree() {
        folder.appending("appointments.csv", "10/19/2026,09:00,10:15,,C1050,Dana Whitfield,90853,Show,65.00\n");
        folder.appending(
                "attendance.csv",
                "2026-10-19,09:00,Dana Whitfield,C1050,present,,,Dana Whitfield,2026-10-19T10:15,Dana Whitfield\n");
        for (int i = 0; i < 2; i++) {
            var result = take(false);
            assertThat(result.imported()).isZero();
            assertThat(result.refused())
                    .filteredOn(row -> row.id().equals("C1050"))
                    .hasSize(2)
                    .allMatch(row -> row.reason()
                            .equals("C1050 is not on the sheet of 2026-10-19, which is closed here. Correct the sheet "
                                    + "there, or the file."));
        }
        scope.run(
                practice,
                () -> encounters.correct(
                        monday().id(),
                        patient("C1050").id(),
                        Encounters.Mark.of(Presence.PRESENT),
                        "came along",
                        Folder.OPERATOR));
        assertThat(take(false).imported()).isEqualTo(2);
        assertThat(take(false).refused()).hasSize(4);
    }

    @Test
    void differences_and_rows_that_are_gone_are_asked_until_somebody_settles_them() {
        folder.replacing("clients.csv", "C1001,Elif,Johansson", "C1001,Elif,Johannson");
        folder.write("clients.csv", folder.text("clients.csv").replaceFirst("C1050,[^\\n]*\\n", ""));
        take(false);
        assertThat(asked())
                .containsExactlyInAnyOrder(
                        "One difference between the export and what is here waits. Which is right?",
                        "One row that was imported is no longer in the export. Is it over?");
        take(false);
        assertThat(asked()).isEmpty();
        assertThat(scope.in(practice, settlement::waiting))
                .extracting(Unsettled::sentence)
                .containsExactly(
                        "clients.csv: C1001, last name: was \"Johansson\" and is now \"Johannson\"",
                        "clients.csv no longer holds C1050");

        scope.run(practice, () -> settlement.leave(Folder.OPERATOR));
        take(false);
        assertThat(scope.in(practice, settlement::waiting)).isEmpty();
        assertThat(asked()).isEmpty();
        folder.replacing("clients.csv", "C1001,Elif,Johannson", "C1001,Elif,Johanson");
        take(false);
        assertThat(asked()).hasSize(1);
        take(true);
        assertThat(scope.in(practice, settlement::waiting)).isEmpty();
    }

    @Test
    void a_difference_of_a_day_that_later_files_do_not_speak_of_is_not_forgotten() {
        var row = "2026-10-19,09:00,Dana Whitfield,C1001,present,09:00,10:15,";
        var whole = folder.text("attendance.csv");
        folder.replacing("attendance.csv", row, row.replace("present,09:00,10:15", "absent,,"));
        take(false);
        folder.write(
                "attendance.csv",
                whole.lines()
                        .filter(line -> line.startsWith("Date") || line.startsWith("2026-11-13"))
                        .collect(Collectors.joining("\n")));
        folder.without("appointments.csv");
        take(false);
        assertThat(scope.in(practice, settlement::waiting))
                .anyMatch(one -> one.after().equals("absent"));

        folder.write("attendance.csv", whole);
        take(false);
        assertThat(scope.in(practice, settlement::waiting)).isEmpty();
    }

    private List<String> asked() {
        return rounds.make(practice, Trust.ACT, Folder.OPERATOR).stream()
                .filter(entry -> entry.duty().equals("ask-about-exports")
                        && entry.kind().word().equals("asked"))
                .map(JournalEntry::question)
                .toList();
    }

    private void moveMonday(String start) {
        var text = folder.text("appointments.csv");
        folder.write("appointments.csv", text.replace("10/19/2026,09:00,10:15", "10/19/2026," + start + ",10:45"));
        folder.write(
                "attendance.csv",
                folder.text("attendance.csv").replace("2026-10-19,09:00,", "2026-10-19," + start + ","));
    }

    private static String row(String rest) {
        return "10/19/2026," + rest;
    }

    private long sent() {
        return scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT)))
                .size();
    }

    private Session monday() {
        return scope.in(practice, () -> sessions.between(MONDAY, MONDAY)).getFirst();
    }

    private Presence presence(String client) {
        return scope.in(
                practice,
                () -> encounters.sheet(monday().id()).orElseThrow().seats().stream()
                        .filter(seat -> seat.patient().equals(patient(client).id()))
                        .findFirst()
                        .orElseThrow()
                        .presence());
    }

    private Patient patient(String client) {
        return Objects.requireNonNull(scope.in(practice, patients::byExternalId).get(client));
    }

    private ImportResult take(boolean accept) {
        return Folder.take(imports, scope, practice, folder, accept);
    }
}
