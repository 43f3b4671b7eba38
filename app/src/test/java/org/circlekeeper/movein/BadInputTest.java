package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class BadInputTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Charts charts;

    @Autowired
    Sessions sessions;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clients.csv | 11/13/1980 | 11/31/1980 | C1001 has no possible birth date. Write it like
            clients.csv | 11/13/1980 | 11/13/2080 | C1001 has no possible birth date: it lies in the
            clients.csv | 11/13/1980 | 11/13/1880 | C1001 has no possible birth date: it lies more
            clients.csv | c1001@example.org | =1+1 | C1001's e-mail is a spreadsheet formula.
            clients.csv | ,MCRB1,MCR12597620 | ,NOONE,MCR12597620 | C1001's payer NOONE is not among
            clients.csv | C1002, | C1001, | C1001 is listed twice, first in row 2.
            staff.csv | 1101408916 | 1101408917 | Dana Whitfield has no valid NPI (1101408917 fails
            appointments.csv | 10/19/2026,09:00,10:15,Elif | 10/19/2026,09:00,08:15,Elif | C1001 ends before it starts.
            appointments.csv | 10/19/2026,09:00,10:15,Elif | 13/19/2026,09:00,10:15,Elif | C1001 has no possible date.
            appointments.csv | Elif Johansson,C1001,Dana Whitfield | Elif Johansson,C1001,Nobody | C1001 names a
            attendance.csv | C1001,present | C1001,perhaps | C1001's presence is no word that is known.
            attendance.csv | C1001,present,09:00,10:15 | C1001,present,10:15,09:00 | C1001 left before arriving.
            attendance.csv | 2026-10-19,09:00,Dana Whitfield,C1001 | 2026-10-19,08:00,Dana Whitfield,C1001 | C1001 has
            """)
    void a_bad_row_is_refused_with_its_number_and_a_remedy(String file, String good, String bad, String reason) {
        folder.replacing(file, good, bad);
        assertThat(take().refused()).anySatisfy(row -> {
            assertThat(row.file()).isEqualTo(file);
            assertThat(row.row()).isGreaterThan(1);
            assertThat(row.reason())
                    .startsWith(reason)
                    .hasSizeGreaterThan(reason.length())
                    .endsWith(".");
        });
    }

    static Stream<Arguments> badFiles() {
        var latin = "First Name,Last Name,Date of Birth\nZoe,Lee,01/02/1980\n".getBytes(StandardCharsets.US_ASCII);
        latin[4] = (byte) 0x81;
        return Stream.of(
                Arguments.of(
                        "clients.csv",
                        "First,Family\nA,B\n".getBytes(StandardCharsets.UTF_8),
                        "clients.csv has no column for the birth date. Give one of its columns one of these names, or "
                                + "say which it is: Date of Birth"),
                Arguments.of("clients.csv", latin, "clients.csv holds letters that are neither UTF-8 nor Windows-1252"),
                Arguments.of("clients.csv", new byte[] {'P', 'K', 3, 4}, "clients.csv is an Excel workbook."),
                Arguments.of(
                        "clients.csv",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0},
                        "clients.csv is an Excel workbook."),
                Arguments.of("clients.csv", new byte[0], "clients.csv is empty."),
                Arguments.of(
                        "staff.csv",
                        "First Name,Last Name,NPI\n\"Dana,W,1\n".getBytes(StandardCharsets.UTF_8),
                        "staff.csv, row 2, is no table from here on"),
                Arguments.of(
                        "practice.json",
                        "{\"name\": ".getBytes(StandardCharsets.UTF_8),
                        "practice.json is not " + "JSON"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void a_file_that_cannot_be_used_stops_the_whole_import(String file, byte[] bytes, String reason) {
        folder.writeBytes(file, bytes);
        var result = take();

        assertThat(result.whole()).isFalse();
        assertThat(result.imported()).isZero();
        assertThat(result.refused())
                .anyMatch(row -> row.file().equals(file) && row.reason().startsWith(reason));
        scope.run(practice, () -> assertThat(patients.search("")).isEmpty());
    }

    @Test
    void too_many_rows_are_refused_and_the_limit_is_named() {
        var rows = new StringBuilder("Date,Start,End,Client ID,Clinician,CPT\n");
        for (int i = 0; i < 200_001; i++) {
            rows.append("10/19/2026,09:00,10:15,C1001,Dana Whitfield,90853\n");
        }
        folder.write("appointments.csv", rows.toString());
        assertThat(take().refused()).anyMatch(row -> row.reason().contains("has more than 200,000 rows"));
    }

    @Test
    void windows_letters_are_read_and_the_first_odd_row_is_named() {
        var text = folder.text("clients.csv").replace("\u0141ukasz", "Zo\u00eb");
        folder.writeBytes("clients.csv", text.getBytes(Charset.forName("windows-1252")));
        var result = take();

        assertThat(result.notices())
                .anyMatch(notice -> notice.row() == 3 && notice.sentence().contains("Windows-1252"));
        scope.run(practice, () -> assertThat(patients.search("Zo\u00eb Lee")).hasSize(1));
    }

    @Test
    void other_names_other_marks_and_other_dates_mean_the_same() {
        folder.write(
                "clients.csv",
                "\uFEFFGiven Name;Family Name;DOB;Client ID;Payer;Member ID;Dx\n"
                        + "Elif;Johansson;1980-11-13;C1001;Medicare Part B;MCR12597620;f330\n"
                        + "Jo;Lee;1998-01-23;C1002;;;F41.1\n");
        folder.write(
                "appointments.csv",
                "Service Date\tTime\tDuration\tClient ID\tTherapist\tService Code\n"
                        + "2026-10-19\t9:00 AM\t75\tC1001\tWhitfield, Dana\t90853\n"
                        + "2026-10-19\t9:00 AM\t75\tC1002\tDana Whitfield, LCSW\t90853\n");
        folder.without("attendance.csv");
        var result = take();

        assertThat(result.refused()).isEqualTo(List.of());
        assertThat(result.groups()).isEqualTo(1);
        assertThat(result.sessions()).isEqualTo(1);
        assertThat(result.patients()).isEqualTo(2);
    }

    @Test
    void a_column_that_a_person_points_out_is_remembered() {
        folder.replacing("clients.csv", "Date of Birth", "Born");
        assertThat(take().missing()).singleElement().satisfies(missing -> {
            assertThat(missing.column()).isEqualTo("birth date");
            assertThat(missing.headers()).contains("Born");
        });

        scope.run(
                practice,
                () -> assertThat(imports.remember("clients.csv", "birth date", "Born"))
                        .isTrue());
        assertThat(take().patients()).isEqualTo(50);
        assertThat(take().unchanged()).isEqualTo(453);
    }

    @Test
    void a_patient_without_diagnosis_is_taken_and_told() {
        folder.replacing("clients.csv", "MCR12597620,F33.0", "MCR12597620,");
        var result = take();

        assertThat(result.patients()).isEqualTo(50);
        assertThat(result.notices())
                .anyMatch(notice -> notice.id().equals("C1001")
                        && notice.sentence().contains("claims are held until one is on the chart"));
    }

    @Test
    void the_folder_of_another_practice_is_refused() {
        folder.write(
                "practice.json",
                folder.text("practice.json").replaceFirst("\"npi\": \"\\d+\"", "\"npi\": " + "\"1234560013\""));
        var result = take();

        assertThat(result.whole()).isFalse();
        assertThat(result.refused()).anyMatch(row -> row.reason().endsWith("Choose the folder of this practice."));
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }
}
