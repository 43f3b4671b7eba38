package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Input that is wrong in ways that are easily passed over, and what a second import makes of it once it is mended. */
@PracticeTest
class MendedInputTest {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 10, 19);

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,MCRB1,MCR12597620  | ,NOONE,MCR12597620
            11/13/1980          | 02/30/1980
            C1001,Elif,Johansson | C1001,=Elif,Johansson
            """)
    void a_client_whose_row_is_mended_comes_with_all_their_visits(String good, String bad) {
        folder.replacing("clients.csv", good, bad);
        var first = take();
        assertThat(first.refused())
                .hasSize(4 + 9)
                .anySatisfy(row -> assertThat(row.reason())
                        .isEqualTo("C1001 belongs to a client whose own row is refused. Correct that row first."));
        assertThat(onFirstMonday().closed()).isNotNull();

        folder.replacing("clients.csv", bad, good);
        var second = take();
        assertThat(second.imported()).isEqualTo(9);
        assertThat(second.refused()).hasSize(4);
        assertThat(onFirstMonday().seats())
                .hasSize(10)
                .noneMatch(seat -> seat.presence() == Presence.UNMARKED)
                .anyMatch(seat -> seat.name().last().equals("Johansson"));
        assertThat(take().unchanged()).isEqualTo(453);
    }

    @Test
    void a_mended_client_without_recorded_presence_comes_onto_no_closed_sheet() {
        folder.replacing("clients.csv", "11/13/1980", "02/30/1980");
        take();
        folder.replacing("clients.csv", "02/30/1980", "11/13/1980");
        folder.replacing(
                "attendance.csv",
                "2026-10-19,09:00,Dana Whitfield,C1001,present",
                "2026-10-19,09:00,Dana Whitfield,C1001,");

        assertThat(take().refused())
                .filteredOn(row -> row.reason().contains("which is closed here"))
                .hasSize(2);
        assertThat(onFirstMonday().seats()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "broken link", "pipe or device"})
    void what_stands_in_the_place_of_a_file_is_told(String what) throws IOException {
        folder.without("clients.csv");
        var place = folder.path.resolve("clients.csv");
        switch (what) {
            case "folder" -> Files.createDirectory(place);
            case "broken link" -> Files.createSymbolicLink(place, Path.of("not-there.csv"));
            default -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
        }
        var result = take();

        assertThat(result.imported()).isZero();
        assertThat(result.refused())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.reason())
                                .isEqualTo(
                                        "clients.csv cannot be read. Check that it is a whole file and that this user may open it."));
    }

    @Test
    void among_many_files_those_with_a_known_name_are_read() {
        for (int i = 0; i < 80; i++) {
            folder.write("a report " + i + ".csv", "Month,Total\n1,2\n");
        }
        assertThat(take().imported()).isEqualTo(453);
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused() {
        folder.replacing("appointments.csv", "10/19/2026,09:00,10:15,Elif", "03/08/2026,02:30,03:45,Elif");

        assertThat(take().refused())
                .anyMatch(row -> row.reason()
                        .equals(
                                "C1001 starts at 02:30 on 2026-03-08, an hour that the clocks skip on that day. Correct the "
                                        + "date or the start."));
    }

    @Test
    void what_nobody_can_see_is_no_part_of_a_name() {
        folder.replacing("clients.csv", "Elif,Johansson", "El\u001Bif\u202E,\u200FJohans\u0007son");
        folder.replacing("clients.csv", "\u0141ukasz,Lee", "\"Jo\nAnn\",Lee");
        take();

        scope.run(practice, () -> {
            assertThat(patients.search("Elif Johansson")).hasSize(1);
            assertThat(patients.search("Jo Ann Lee")).hasSize(1);
        });
    }

    @Test
    void a_column_that_is_there_twice_is_told() {
        folder.replacing("clients.csv", "Date Added", "Date of Birth");

        assertThat(take().notices())
                .anyMatch(
                        notice -> notice.sentence()
                                .equals(
                                        "The column Date of Birth is there twice, and only the first is read. Leave the right one."));
    }

    @Test
    void utf_16_is_read_with_and_without_its_mark() {
        folder.writeBytes("clients.csv", folder.text("clients.csv").getBytes(StandardCharsets.UTF_16BE));
        folder.writeBytes("staff.csv", folder.text("staff.csv").getBytes(StandardCharsets.UTF_16LE));
        folder.writeBytes("attendance.csv", folder.text("attendance.csv").getBytes(StandardCharsets.UTF_16));

        assertThat(take().imported()).isEqualTo(453);
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }

    private Sheet onFirstMonday() {
        return scope.in(
                practice,
                () -> encounters
                        .sheet(sessions.between(FIRST_MONDAY, FIRST_MONDAY)
                                .getFirst()
                                .id())
                        .orElseThrow());
    }
}
