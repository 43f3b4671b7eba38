package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Three members of one session, all of them present with a signed note, unless the test says otherwise. */
@PracticeTest
class DoubtfulRowsTest {

    private static final String CAME = "present,09:00,10:15,Dana Whitfield,2026-10-19T10:15,Dana Whitfield,2026-10-19";

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        folder.ofThree(CAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "unsigned", "Not signed", "Pending", "pending review", "yes", "x", "10/19/2026", "?"})
    void i01_what_is_no_name_signs_no_note(String word) {
        var unsigned =
                CAME.replace("Dana Whitfield,2026-10-19", word).replace(word + "T", "Dana Whitfield,2026-10-19T");
        folder.replacing("attendance.csv", "A1," + CAME, "A1," + unsigned);

        assertThat(take().notices())
                .anyMatch(
                        notice -> notice.sentence().equals("A1's note names nobody who signed it: taken as unsigned."));
        assertThat(sent()).containsExactly("A2", "A3");
        assertThat(unbilled()).isEqualTo(Map.of("note-unsigned", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "System default", "Automatic (calendar)", "yes", "Import", "10/19/2026"})
    void i01_what_is_no_name_records_no_presence(String word) {
        folder.replacing("attendance.csv", "A1,present,09:00,10:15,Dana Whitfield", "A1,present,09:00,10:15," + word);

        assertThat(take().refused()).isEqualTo(List.of());
        assertThat(sent()).isEqualTo(List.of());
        assertThat(unbilled()).isEqualTo(Map.of("session-open", 2L, "unmarked", 1L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void i01_whoever_is_present_in_one_row_and_absent_in_another_is_not_billed(boolean absentFirst) {
        var absent = "2026-10-19,09:00,Dana Whitfield,A1,absent,,,Dana Whitfield,2026-10-19T10:15,,\n";
        if (absentFirst) {
            folder.replacing(
                    "attendance.csv",
                    "2026-10-19,09:00,Dana Whitfield,A1,present",
                    absent + "2026-10-19,09:00,Dana Whitfield,A1,present");
        } else {
            folder.appending("attendance.csv", absent);
        }

        assertThat(take().refused())
                .hasSize(2)
                .allMatch(row -> row.reason().startsWith("A1 is ")
                        && row.reason().contains("absent in row ")
                        && row.reason().endsWith(" for the session of 2026-10-19 09:00. Keep the row that is right."));
        assertThat(sent()).isEqualTo(List.of());
        assertThat(take().vanished()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T10:15,Dana Whitfield,2026-10-19 | T10:15,Dana Whitfield,2026-12-24 | note signed at a moment
            T10:15,Dana Whitfield,2026-10-19 | T10:15,Dana Whitfield,2025-10-19 | note signed before
            2026-10-19T10:15 | 2025-10-19T10:15 | has attendance recorded before the day of the session.
            2026-10-19T10:15 | 2026-12-19T10:15 | has attendance recorded at a moment that lies ahead.
            2026-10-19T10:15 | +99999-10-19T10:15Z | has no possible moment in the column for recorded at.
            """)
    void i01_what_was_recorded_or_signed_at_an_impossible_moment_is_refused(String good, String bad, String reason) {
        folder.replacing("attendance.csv", "A1," + CAME, "A1," + CAME.replace(good, bad));

        assertThat(take().refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("A1 ").contains(reason));
        assertThat(sent()).isEqualTo(List.of());
    }

    @Test
    void the_id_of_one_client_beside_the_name_of_another_is_refused() {
        folder.replacing("appointments.csv", "Ana Ruiz,A1", "\"Lee, Bo\",A1");

        assertThat(take().refused())
                .anyMatch(
                        row -> row.reason()
                                .equals(
                                        "A1 is one client, and the name in the row is that of another (A2). Correct whichever is wrong."));
    }

    @Test
    void a_name_that_only_differs_is_no_reason_to_refuse() {
        folder.replacing("appointments.csv", "Ana Ruiz", "Anita R.");

        assertThat(take().refused()).isEqualTo(List.of());
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    @Test
    void a_row_with_a_comma_too_many_is_not_read() {
        folder.replacing("attendance.csv", "A1,present,", "A1,present,came by bus,");

        assertThat(take().refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .isEqualTo("A1 has more cells than there are columns. Put a cell that holds a comma between "
                                + "quotation marks, and name every column."));
        assertThat(sent()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "Unknown", "pending", "TBD", "0000", "see card", "not on file"})
    void what_is_no_insurance_id_goes_to_no_payer(String word) {
        folder.replacing("clients.csv", "X123", word);

        take();
        assertThat(sent()).containsExactly("A2", "A3");
        assertThat(unbilled()).isEqualTo(Map.of("self-pay", 1L));
    }

    @Test
    void another_subscriber_without_a_relationship_is_refused() {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis,Subscriber First Name,Subscriber Last Name\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1,Maria,Ruiz")
                .replacing("clients.csv", "X124,F33.1", "X124,F33.1,BO,LEE");

        assertThat(take().refused())
                .filteredOn(row -> row.file().equals("clients.csv"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.reason())
                                .isEqualTo(
                                        "A1's insurance names another subscriber and not "
                                                + "how the two are related. Write self, spouse, child or other in a column Relationship."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F33.1: Major depressive disorder",
                "F33.1 - Major depressive disorder, recurrent, moderate",
                "Major depressive disorder, recurrent, moderate (F33.1)",
                "f331 | F41.1"
            })
    void a_diagnosis_may_stand_beside_its_words(String text) {
        folder.replacing("clients.csv", "X123,F33.1", "X123,\"" + text + "\"");

        assertThat(take().notices()).isEqualTo(List.of());
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    @Test
    void who_comes_before_midnight_may_leave_after_it() {
        folder.replacing("appointments.csv", "09:00,10:15", "23:00,00:15")
                .replacing("attendance.csv", "2026-10-19,09:00", "2026-10-19,23:00")
                .replacing("attendance.csv", "09:00,10:15", "23:00,00:15")
                .replacing("attendance.csv", "2026-10-19T10:15", "2026-10-20T00:20");

        assertThat(take().refused()).isEqualTo(List.of());
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/19/0026", "10/19/9999", "+999999999-10-19"})
    void a_year_that_cannot_be_is_refused(String day) {
        folder.replacing("attendance.csv", "2026-10-19,09:00,Dana Whitfield,A1", day + ",09:00,Dana Whitfield,A1");

        assertThat(take().refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("A1 has no possible date."));
    }

    @Test
    void spaces_that_nobody_sees_make_no_difference() {
        folder.replacing("appointments.csv", ",A1,", ",A1\u00A0,").replacing("clients.csv", "A2,Bo", "\u200BA2,Bo");

        assertThat(take().refused()).isEqualTo(List.of());
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    @Test
    void a_huge_cell_is_refused() {
        folder.replacing("clients.csv", "A1,Ana", "A1," + "A".repeat(20_000));

        assertThat(take().refused())
                .anyMatch(row -> row.reason().startsWith("A1 has a cell of more than 1,000 letters. Shorten it"));
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }

    private List<String> sent() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        return scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT))).stream()
                .map(claim -> claim.patientExternalId())
                .sorted()
                .toList();
    }

    private Map<String, Long> unbilled() {
        return scope.in(practice, () -> claims.unbilled(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 23)))
                .byReason();
    }
}
