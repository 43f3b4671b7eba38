package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class WhoIsMeantTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Dana Whitfield",
                "WHITFIELD, DANA",
                "Whitfield, Dana, LCSW",
                "Dana Whitfield LCSW",
                "Dana Whitfield, PhD, LCSW",
                "1101408916",
                "Dana Whitfield & Marcus Oyelaran",
                "Dana Whitfield; Marcus Oyelaran"
            })
    void a_clinician_is_known_however_the_name_is_written(String written) {
        booked("Date,Start,End,Client ID,Clinician,CPT\n10/19/2026,09:00,10:15,C1001,\"" + written + "\",90853\n"
                + "10/19/2026,09:00,10:15,C1002,\"" + written + "\",90853\n");
        assertThat(take().sessions()).isEqualTo(1);
    }

    @Test
    void a_row_for_each_of_two_leaders_is_one_session() {
        var twice = new StringBuilder(folder.text("appointments.csv"));
        folder.text("appointments.csv")
                .lines()
                .filter(line -> line.startsWith("10/19/2026,09:00"))
                .forEach(line -> twice.append(line.replace("Dana Whitfield", "Elena Petrova"))
                        .append('\n'));
        folder.write("appointments.csv", twice.toString());
        var result = take();

        assertThat(result.groups()).isEqualTo(5);
        assertThat(result.sessions()).isEqualTo(20);
        assertThat(result.refused())
                .filteredOn(row -> row.file().equals("appointments.csv"))
                .hasSize(10)
                .allMatch(row -> row.reason().contains("is booked with two clinicians on 2026-10-19 09:00 (row "));
    }

    @Test
    void two_clinicians_of_one_name_are_told_apart_by_their_npi() {
        folder.replacing("staff.csv", "Marcus,Oyelaran", "Dana,Whitfield");
        assertThat(take().refused())
                .anyMatch(row -> row.reason()
                        .endsWith("and 2 clinicians are called so. Write the NPI of the one meant in its place."));
    }

    @Test
    void rows_of_a_clinician_whose_own_row_is_refused_say_so() {
        folder.replacing("staff.csv", "1101408916", "1101408917");
        assertThat(take().refused())
                .filteredOn(row -> row.file().equals("appointments.csv"))
                .isNotEmpty()
                .allMatch(
                        row -> row.reason().endsWith("whose own row in staff.csv is refused. Correct that row first."));
    }

    @Test
    void people_of_one_name_without_ids_are_never_mixed_up() {
        folder.write(
                "clients.csv",
                "Client,DOB,Payer,Member ID,Dx\nJo Lee,1980-11-13,,,F33.0\nJo Lee,1998-01-23,,,F41.1\n"
                        + "Ann Lee,1990-01-23,,,F41.1\n");
        booked("Date,Start,End,Client,Clinician,CPT\n10/19/2026,9:00,10:15,Jo Lee,Dana Whitfield,90853\n"
                + "10/19/2026,9:00,10:15,Ann Lee,Dana Whitfield,90853\n");
        var result = take();

        assertThat(result.refused())
                .filteredOn(row -> row.id().equals("Jo Lee"))
                .hasSize(3)
                .anyMatch(row -> row.reason().contains("is the name of different people (rows 2 and 3)"));
    }

    @Test
    void a_name_that_two_clients_have_is_not_guessed_at() {
        folder.replacing("clients.csv", "C1002,Łukasz,Lee", "C1002,Elif,Johansson");
        booked("Date,Start,End,Client,Clinician,CPT\n10/19/2026,9:00,10:15,Elif Johansson,Dana Whitfield,90853\n");
        assertThat(take().refused())
                .anyMatch(row -> row.reason()
                        .equals(
                                "Elif Johansson is the name of 2 clients (C1001, C1002). Write the client's id in a column "
                                        + "Client ID."));
    }

    @Test
    void the_clinicians_of_clients_are_never_taken_for_the_clients() {
        folder.write("clients.csv", "Clinician,DOB,Dx\nDana Whitfield,1980-11-13,F33.0\n");
        assertThat(take().refused())
                .anyMatch(row -> row.reason().startsWith("clients.csv has no column for the first name or full name."));
        folder.write("staff.csv", "Clinician,NPI\n\"Whitfield, Dana\",1101408916\n");
        assertThat(take().refused()).noneMatch(row -> row.file().equals("staff.csv"));
    }

    @Test
    void a_payer_is_known_by_name_whatever_the_spaces() {
        folder.replacing("clients.csv", "Medicare Part B,MCRB1", "medicare  part b,");
        assertThat(take().refused()).hasSize(4);
    }

    @Test
    void a_name_of_two_payers_is_not_guessed_at() {
        folder.replacing("practice.json", "\"Evergreen Mutual\"", "\"State Medicaid\"");
        folder.replacing("clients.csv", ",SKMED,", ",,");
        var other = folder.replacing(
                        "practice.json",
                        folder.text("practice.json").split("\"npi\": \"")[1].substring(0, 10),
                        Folder.freshNpi())
                .opened(openings);
        assertThat(Folder.take(imports, scope, other, folder, false).refused())
                .anyMatch(row -> row.reason().contains("State Medicaid is the name of 2 payers. Write the payer id"));
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
