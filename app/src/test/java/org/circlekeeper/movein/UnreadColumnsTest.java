package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that no header is known for: what they may hold back is asked about, and none is dropped without a word. */
class UnreadColumnsTest {

    private final ThreeMembers three = new ThreeMembers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42 CFR Part 2 Release      | yes             | Part 2 consent
            Part2ReleaseForm           | on paper        | Part 2 consent
            sud_roi                    | 10/01/2026      | Part 2 consent
            Substance Use Program      | yes             | Part 2 consent
            Restriction                | plan            | plan restricted
            Bill insurance restricted? | yes             | plan restricted
            Paid in Full               | x               | plan restricted
            Member asked: never bill   | true            | plan restricted
            HITECH request             | 10/01/2026      | plan restricted
            """)
    void i01_a_column_that_may_hold_claims_back_stops_the_file_until_somebody_says_what_it_is(
            String header, String ofAna, String column) {
        var result = three.withColumn(header, ofAna).take();

        assertThat(result.whole()).isFalse();
        assertThat(result.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .startsWith("clients.csv has the column \"" + header + "\", which may speak of ")
                        .contains("--column \"clients.csv:" + column + "=" + header + "\"; with \"=none\" when it is"));
        assertThat(result.missing()).anyMatch(one -> one.column().equals(column) && !one.needed());

        three.pointOut(Kind.CLIENTS, labelled(column), Column.NONE);
        var after = three.take();
        assertThat(after.refused()).isEmpty();
        assertThat(ThreeMembers.said(after)).contains("Not read: " + header + ".");
    }

    @Test
    void i01_a_column_pointed_out_holds_back_what_it_says() {
        three.withColumn("Restriction", "yes").pointOut(Kind.CLIENTS, Column.RESTRICTED, "Restriction");

        assertThat(three.take().refused()).isEmpty();
        assertThat(three.ana().restricted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Do Not Bill Insurance", "Plan Restriction", "Insurance Restricted", "Don't bill insurance"})
    void i01_other_names_for_a_restriction_are_known(String header) {
        assertThat(three.withColumn(header, "yes").take().refused()).isEmpty();
        assertThat(three.ana().restricted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUD Consent            | 10/01/2026        | GIVEN
            SUD Consent            | Signed 10/01/2026 | GIVEN
            Part 2 Consent Status  | on file           | GIVEN
            Part 2                 | 10/01/2026        | GIVEN
            Part 2                 | yes               | MISSING
            42 CFR Part 2          | X                 | MISSING
            Part 2 Status          | protected         | MISSING
            SUD Consent            | declined          | MISSING
            Part 2                 | no                | NOT_ASKED
            Part 2                 | ''                | NOT_ASKED
            Part 2 Consent         | not applicable    | NOT_ASKED
            Part 2,Part 2 Consent  | yes,no            | MISSING
            Part 2,Part 2 Consent  | yes,10/01/2026    | GIVEN
            Part 2,Part 2 Consent  | no,revoked        | REVOKED
            """)
    void i01_other_names_for_part_2_are_known_and_a_mark_is_no_consent(
            String header, String ofAna, Row.Part2.Consent consent) {
        assertThat(three.withColumn(header, ofAna).take().refused()).isEmpty();
        assertThat(three.ana().part2().consent()).isEqualTo(consent);
    }

    @ParameterizedTest
    @CsvSource({"Dietary restrictions,''", "Restriction,no", "SUD Form,-"})
    void a_column_that_says_nothing_stops_nobody(String header, String ofAna) {
        assertThat(ThreeMembers.said(three.withColumn(header, ofAna).take())).contains("Not read: " + header + ".");
    }

    @Test
    void what_nobody_reads_is_told_once_for_each_file() {
        three.withColumn("Favourite Colour,Referred By", "green,Kim");
        three.folder().replacing("appointments.csv", "Clinician,CPT\n", "Clinician,CPT,Invoice\n");

        assertThat(ThreeMembers.said(three.take()).lines())
                .contains("Not read: Favourite Colour, Referred By.", "Not read: Invoice.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients.csv    | Insurance ID,Diagnosis | Number on the card,Diagnosis | insurance id   | everybody in it
            clients.csv    | Diagnosis              | What it is                   | diagnosis      | claims are held
            attendance.csv | Signed By              | Note done by                 | note signed by | each claim waits
            attendance.csv | Recorded By            | Who says so                  | recorded by    | all of it is taken
            """)
    void a_column_that_is_missed_is_told_and_can_be_pointed_out(
            String file, String known, String unknown, String column, String without) {
        three.folder().replacing(file, known, unknown);
        var result = three.take();

        assertThat(result.whole()).isTrue();
        assertThat(ThreeMembers.said(result))
                .contains(file + " has no column that is known to be the " + column + ": " + without)
                .doesNotContain("A1 has no ", "taken as unmarked");
        assertThat(result.missing())
                .singleElement()
                .satisfies(one -> assertThat(one.column()).isEqualTo(column));
        three.pointOut(Kind.of(file).orElseThrow(), labelled(column), Column.NONE);
        assertThat(ThreeMembers.said(three.take())).doesNotContain("no column that is known");
    }

    @Test
    void of_two_columns_that_would_do_either_can_be_pointed_out() {
        three.folder().replacing("appointments.csv", "Client,Client ID", "Who,Ref");
        assertThat(three.take().missing()).extracting(MissingColumn::column).contains("client id", "full name");

        three.pointOut(Kind.APPOINTMENTS, Column.FULL_NAME, "Who");
        assertThat(three.take().refused()).isEmpty();
    }

    private static Column labelled(String label) {
        return Arrays.stream(Column.values())
                .filter(column -> column.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
