package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class OtherSystemsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String BOOKED = "Date,Start,End,Client ID,Clinician,CPT,Location\n";

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    PracticeRules rules;

    @Autowired
    Sessions sessions;

    @Autowired
    Groups groups;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
    }

    @Test
    void a_quotation_mark_that_is_never_closed_stops_the_import_and_names_its_row() {
        folder.replacing("attendance.csv", "2026-10-19,09:00,Dana Whitfield,C1003", "2026-10-19,09:00,\"Dana,C1003");
        var result = take();

        assertThat(result.whole()).isFalse();
        assertThat(result.imported()).isZero();
        assertThat(result.refused())
                .anyMatch(row -> row.row() == 4
                        && row.reason().startsWith("attendance.csv, row 4, is no table from here on: a quotation"));
    }

    @Test
    void a_stray_quotation_mark_within_a_cell_is_a_letter() {
        folder.replacing("clients.csv", "324 Oak Ave", "324 Oak \"Ave");
        assertThat(take().patients()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=,\n", "\n\n", "Appointment report\nPrinted 11/20/2026, all clinicians\n\n"})
    void what_stands_above_the_header_is_passed_over(String above) {
        folder.write("appointments.csv", above + folder.text("appointments.csv"));
        var result = take();

        assertThat(result.sessions()).isEqualTo(20);
        assertThat(result.refused()).hasSize(4);
    }

    @Test
    void letters_of_two_bytes_without_a_mark_are_read() {
        folder.writeBytes("clients.csv", folder.text("clients.csv").getBytes(StandardCharsets.UTF_16LE));
        assertThat(take().patients()).isEqualTo(50);
    }

    @Test
    void files_that_the_machine_left_behind_are_not_read() {
        folder.write("._clients.csv", "\0\0").write(".~lock.clients.csv#", "x").write("~$staff.csv", "x");
        assertThat(take().patients()).isEqualTo(50);
    }

    @Test
    void a_file_whose_name_says_nothing_is_told() {
        folder.write("export-2026-11.csv", "a,b\n1,2\n");
        assertThat(said(take())).contains("export-2026-11.csv is not read: its name holds none of the words staff");
    }

    @Test
    void refused_people_stand_before_the_rows_refused_for_their_sake() {
        folder.replacing("clients.csv", "C1001,Elif", "C1001,=Elif");
        assertThat(take().refused().getFirst().file()).isEqualTo("clients.csv");
    }

    @Test
    void a_workbook_in_the_place_of_its_text_is_named() {
        var text = folder.text("clients.csv");
        folder.write("clients.xlsx", "PK");
        assertThat(take().patients()).isEqualTo(50);

        folder.without("clients.csv");
        assertThat(take().refused())
                .anyMatch(row -> row.reason()
                        .startsWith(
                                "clients.xlsx is a workbook, and clients.csv is not there. Open it, choose Save As"));
        folder.write("clients.csv", text);
        assertThat(take().unchanged()).isEqualTo(453);
    }

    @Test
    void a_file_with_a_header_alone_is_told_and_makes_nothing_vanish() {
        take();
        folder.write(
                "attendance.csv",
                folder.text("attendance.csv").lines().findFirst().orElseThrow() + "\n");
        var result = take();

        assertThat(result.vanished()).isEmpty();
        assertThat(result.notices()).anyMatch(told -> told.sentence().startsWith("attendance.csv has a header and no"));
    }

    @Test
    void dashes_and_empty_cells_mean_that_nothing_is_there() {
        folder.replacing("clients.csv", "c1001@example.org,(217) 555-0103", "-,N/A");
        assertThat(take().refused()).hasSize(4);
    }

    @Test
    void days_and_times_may_stand_in_one_column() {
        booked("Start,End,Client ID,Clinician,CPT\n"
                + "10/19/2026 9:00 AM,10/19/2026 10:15 AM,C1001,Dana Whitfield,CPT 90853-95\n"
                + "10/19/2026 9:00 AM,10/19/2026 10:15 AM,C1002,Dana Whitfield,Group therapy (90853)\n");
        assertThat(take().sessions()).isEqualTo(1);

        booked("Start,End,Client ID,Clinician,CPT\n9:00,10:15,C1001,Dana Whitfield,90853\n");
        assertThat(take().refused())
                .anyMatch(row -> row.reason().startsWith("appointments.csv has no column for the date"));
    }

    @Test
    void other_services_are_left_out_with_what_was_recorded_of_them_and_are_no_errors() {
        folder.appending("appointments.csv", "10/20/2026,15:00,,Elif Johansson,C1001,Nobody Known,90837,Show,150\n");
        folder.appending("appointments.csv", "10/21/2026,,,,,,99999,,\n");
        folder.appending(
                "attendance.csv",
                "2026-10-20,15:00,Nobody Known,C1001,present,15:00,15:53,Dana,2026-10-20T16:00,Dana\n");
        var result = take();

        assertThat(result.refused()).hasSize(4);
        assertThat(result.imported()).isEqualTo(453);
        assertThat(said(result))
                .contains("2 rows are not group psychotherapy (90853) and are left out.")
                .contains("1 row is of another service than group psychotherapy and is left out.");
    }

    @Test
    void a_booking_without_a_code_is_refused() {
        folder.replacing("appointments.csv", "C1001,Dana Whitfield,90853", "C1001,Dana Whitfield,");
        assertThat(take().refused()).anyMatch(row -> row.reason().startsWith("C1001 has no CPT code. Write 90853"));
    }

    @Test
    void the_place_of_a_session_is_read_from_its_location() {
        booked(BOOKED + "10/19/2026,09:00,10:15,C1001,Dana Whitfield,90853,Video Office\n"
                + "10/19/2026,09:00,10:15,C1002,Dana Whitfield,90853,Video Office\n");
        take();
        scope.run(
                practice,
                () -> assertThat(sessions.between(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 19)))
                        .singleElement()
                        .satisfies(
                                session -> assertThat(session.placeOfService()).isEqualTo("10")));
    }

    @Test
    void whoever_was_elsewhere_is_billed_where_they_were() {
        folder.write(
                "appointments.csv",
                BOOKED + "10/19/2026,09:00,10:15,C1001,Dana Whitfield,90853,Office\n"
                        + "10/19/2026,09:00,10:15,C1002,Dana Whitfield,90853,Office\n"
                        + "10/19/2026,09:00,10:15,C1003,Dana Whitfield,90853,02 - Telehealth elsewhere\n"
                        + "10/19/2026,09:00,10:15,C1004,Dana Whitfield,90853,Audio only (phone)\n");
        take();
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);

        assertThat(scope.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                        .map(claim -> claim.patientExternalId() + " " + claim.placeOfService() + claim.modifiers()))
                .contains("C1001 11[]", "C1002 11[]", "C1003 02[95]", "C1004 10[93]");
    }

    @Test
    void many_rows_with_one_remark_are_one_remark() {
        booked(BOOKED + "10/19/2026,09:00,10:15,C1001,Dana Whitfield,90853,The Old Mill\n"
                + "10/19/2026,09:00,10:15,C1002,Dana Whitfield,90853,The Old Mill\n");
        assertThat(said(take())).containsOnlyOnce("\"The Old Mill\"").contains("So it is in 2 rows.");
    }

    @Test
    void a_group_of_every_second_week_is_not_planned_weekly_and_is_known_again() {
        var rows = new StringBuilder("Date,Start,End,Client ID,Clinician,CPT\n");
        for (var day : List.of("10/12/2026", "10/26/2026", "11/09/2026")) {
            rows.append(day).append(",09:00,10:15,C1001,Dana Whitfield,90853\n");
            rows.append(day).append(",09:00,10:15,C1002,Dana Whitfield,90853\n");
        }
        booked(rows.toString());
        assertThat(said(take())).contains("Monday 09:00, Dana Whitfield did not meet weekly: its sessions to come");
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        scope.run(
                practice,
                () -> assertThat(sessions.between(TODAY, TODAY.plusYears(1))).isEmpty());

        booked(
                "Date,Start,End,Client ID,Clinician,CPT\n11/23/2026,07:00,08:15,C1001,Dana Whitfield,90853\n"
                        + "11/16/2026,09:00,10:15,C1001,Dana Whitfield,90853\n11/16/2026,09:00,10:15,C1002,Dana Whitfield,90853\n");
        take();
        scope.run(practice, () -> assertThat(groups.all()).hasSize(1));
    }

    @Test
    void a_session_may_end_after_midnight() {
        booked("Date,Start,End,Client ID,Clinician,CPT\n10/19/2026,23:00,00:15,C1001,Dana Whitfield,90853\n"
                + "10/19/2026,23:00,00:15,C1002,Dana Whitfield,90853\n");
        assertThat(take().sessions()).isEqualTo(1);
    }

    @Test
    void an_attestation_that_comes_later_is_taken_and_told() {
        var attested = folder.text("practice.json");
        folder.write("practice.json", attested.replaceAll("(?s)\"formerRecords\".*?},", ""));
        var other = folder.replacing("practice.json", npi(attested), Folder.freshNpi())
                .opened(openings);
        Folder.take(imports, scope, other, folder, false);
        scope.run(other, () -> assertThat(rules.formerRecords()).isEmpty());

        folder.write("practice.json", attested.replace(npi(attested), npi(folder.text("practice.json"))));
        var result = Folder.take(imports, scope, other, folder, false);
        assertThat(said(result))
                .contains("practice.json adds the attestation of former records up to Fri 20 Nov 2026.");
        scope.run(other, () -> assertThat(rules.formerRecords()).isPresent());
    }

    @Test
    void what_practice_json_says_in_vain_is_told() {
        folder.replacing("practice.json", "\"groupFeeCents\"", "\"locations\": [1], \"groupFeeCents\"");
        folder.replacing("practice.json", "\"payerId\": \"EVG01\"", "\"payerId\": \"EVG01\", \"feeCents\": 5000");
        assertThat(said(take()))
                .contains("practice.json has \"locations\", which is not read.")
                .contains("practice.json has \"payers: feeCents\", which is not read.");
    }

    private static String npi(String practice) {
        return practice.split("\"npi\": \"")[1].substring(0, 10);
    }

    private static String said(ImportResult result) {
        return result.notices().stream().map(Notice::sentence).collect(Collectors.joining("\n"));
    }

    private void booked(String text) {
        folder.write("appointments.csv", text);
        if (List.of(folder.path.toFile().list()).contains("attendance.csv")) {
            folder.without("attendance.csv");
        }
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }
}
