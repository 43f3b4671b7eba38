package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings, days and files as an export has them that nobody tidied. */
class OddRowsTest {

    private final ThreeMembers three = new ThreeMembers();

    @ParameterizedTest
    @ValueSource(strings = {"Group therapy", "Family group", "DBT Skills", "Wednesday circle", "90,853"})
    void a_booking_in_words_without_a_code_is_refused_and_does_not_vanish(String words) {
        three.folder().replacing("appointments.csv", "A3,Dana Whitfield,90853", "A3,Dana Whitfield,\"" + words + "\"");
        var result = three.take();

        assertThat(result.refused())
                .anyMatch(row -> row.file().equals("appointments.csv")
                        && row.reason().startsWith("A3 has no CPT code. Write 90853"));
        assertThat(ThreeMembers.said(result)).doesNotContain("not group psychotherapy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"90837", "Individual session", "Intake evaluation", "Late cancellation", "H0005 group"})
    void a_booking_that_is_certainly_no_group_is_left_out(String words) {
        three.folder().appending("appointments.csv", "10/21/2026,15:00,16:00,Cy Orr,A3,Dana Whitfield," + words + "\n");
        var result = three.take();

        assertThat(result.refused()).isEmpty();
        assertThat(ThreeMembers.said(result)).contains("1 row is not group psychotherapy (90853) and is left out.");
    }

    @Test
    void a_modifier_right_behind_the_code_is_no_other_service() {
        three.folder().replacing("appointments.csv", ",90853", ",90853HQ");
        assertThat(three.take().refused()).isEmpty();
        assertThat(three.rows(Row.Appointment.class)).hasSize(3);
    }

    @Test
    void a_file_without_any_code_is_told_as_one_and_another_column_may_be_pointed_out() {
        three.folder()
                .write(
                        "appointments.csv",
                        three.folder()
                                .text("appointments.csv")
                                .replace("CPT", "Service,Tariff")
                                .replace(",90853", ",Group therapy,90853"));
        var result = three.take();

        assertThat(result.whole()).isFalse();
        assertThat(result.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .startsWith("appointments.csv has no CPT code in the column \"Service\". Write 90853 there"));
        three.pointOut(Kind.APPOINTMENTS, Column.CODE, "Tariff");
        assertThat(three.take().refused()).isEmpty();
        assertThat(three.rows(Row.Appointment.class)).hasSize(3);
    }

    @Test
    void of_two_columns_with_known_names_the_one_with_codes_is_read() {
        three.folder()
                .write(
                        "appointments.csv",
                        three.folder()
                                .text("appointments.csv")
                                .replace("CPT", "Service,Treatment")
                                .replace(",90853", ",Group therapy,90853"));
        assertThat(three.take().refused()).isEmpty();
        assertThat(three.rows(Row.Appointment.class)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rows_for_each_of_two_leaders_are_one_session_in_whatever_order_they_come(long seed) {
        var folder = three.folder();
        var rows = new ArrayList<String>();
        var came = new ArrayList<String>();
        for (var day : List.of("2026-10-19", "2026-10-26")) {
            for (var leader : List.of("Dana Whitfield", "Elena Petrova")) {
                for (var client : List.of("A1", "A2", "A3")) {
                    boolean once = client.equals("A3") && leader.startsWith("Dana");
                    if (!once) {
                        rows.add(day + ",09:00,10:15," + client + "," + leader + ",90853");
                    }
                }
            }
            for (var client : List.of("A1", "A2", "A3")) {
                came.add(day + ",09:00,Elena Petrova," + client + ",present,Elena Petrova," + day
                        + "T10:15,Elena Petrova");
            }
        }
        rows.add("2026-11-02,09:00,10:15,A1,Dana Whitfield,90853");
        rows.add("2026-11-02,09:00,10:15,A2,Dana Whitfield,90853");
        Collections.shuffle(rows, new Random(seed));
        folder.write("appointments.csv", "Date,Start,End,Client ID,Clinician,CPT\n" + String.join("\n", rows) + "\n");
        folder.write(
                "attendance.csv",
                "Date,Start,Clinician,Client ID,Presence,Recorded By,Recorded At,Signed By\n" + String.join("\n", came)
                        + "\n");
        var result = three.take();

        assertThat(result.groups()).isEqualTo(1);
        assertThat(result.sessions()).isEqualTo(3);
        assertThat(result.refused())
                .hasSize(4)
                .allMatch(row -> row.reason().contains(" is booked with two clinicians on "));
        assertThat(three.plan().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.name()).isEqualTo("Monday 09:00, Dana Whitfield"));
        assertThat(three.rows(Row.Attendance.class)).hasSize(6);
    }

    @Test
    void two_groups_at_one_time_stay_two_when_one_client_is_in_both_by_a_slip() {
        var rows = new StringBuilder("Date,Start,End,Client ID,Clinician,CPT\n");
        three.folder().appending("clients.csv", """
                A4,Di,Fox,01/02/1983,F,4 Oak St,Springfield,IL,62704,EVG01,X126,F33.1
                A5,Ed,Gay,01/02/1984,M,5 Oak St,Springfield,IL,62704,EVG01,X127,F33.1
                A6,Flo,Hay,01/02/1985,F,6 Oak St,Springfield,IL,62704,EVG01,X128,F33.1
                """).without("attendance.csv");
        List.of("A1", "A2", "A3")
                .forEach(client ->
                        rows.append("10/19/2026,09:00,10:15,").append(client).append(",Dana Whitfield,90853\n"));
        List.of("A4", "A5", "A6", "A1")
                .forEach(client ->
                        rows.append("10/19/2026,09:00,10:15,").append(client).append(",Elena Petrova,90853\n"));
        three.folder().write("appointments.csv", rows.toString());
        var result = three.take();

        assertThat(result.groups()).isEqualTo(2);
        assertThat(result.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo("A1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            appointments.csv | 10/19/2026      | 19/10/2026       | Date
            appointments.csv | 10/19/2026      | 19-10-26         | Date
            attendance.csv   | 2026-10-19T10:15 | 19/10/2026 10:15 | Recorded At
            clients.csv      | 01/02/1982      | 31/01/1982       | Date of Birth
            """)
    void days_with_the_day_first_stop_the_file(String file, String good, String bad, String header) {
        three.folder().replacing(file, good, bad);
        var result = three.take();

        assertThat(result.whole()).isFalse();
        assertThat(result.refused()).singleElement().satisfies(row -> {
            assertThat(row.row()).isGreaterThan(1);
            assertThat(row.reason())
                    .startsWith(file + ", row " + row.row() + ", has days under \"" + header + "\" that are days only")
                    .endsWith("Save the days of all files like 2026-10-19, and import again.");
        });
    }

    @Test
    void one_slip_among_days_with_the_month_first_is_refused_alone() {
        three.folder().replacing("appointments.csv", "10/19/2026,09:00,10:15,Cy", "19/10/2026,09:00,10:15,Cy");
        assertThat(three.take().refused())
                .filteredOn(row -> row.file().equals("appointments.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("A3 has no possible date."));
    }

    @Test
    void the_very_name_of_a_file_counts_before_names_that_resemble_it() {
        three.folder()
                .write("client_balances.csv", "Client,Balance\nAna Ruiz,12\n")
                .write("member_messages.txt", "Client,Text\n")
                .write("session_notes.csv", "Client,Note\n")
                .write("provider_availability.csv", "Provider,Monday\n");
        var result = three.take();

        assertThat(result.refused()).isEmpty();
        assertThat(ThreeMembers.said(result))
                .contains("client_balances.csv is not read: clients.csv is, and it is of that kind.")
                .contains("session_notes.csv is not read: appointments.csv is");
        assertThat(three.rows(Row.Appointment.class)).hasSize(3);
    }

    @Test
    void of_two_files_that_only_resemble_their_kind_none_is_guessed_at() {
        three.folder()
                .write("client list.csv", three.folder().text("clients.csv"))
                .write("client_balances.csv", "Client\n");
        three.folder().without("clients.csv");

        assertThat(three.take().refused())
                .anyMatch(
                        row -> row.reason()
                                .endsWith(
                                        "is a second file of this kind. Leave one of them in the folder, or call the right one clients.csv."));
    }

    @ParameterizedTest
    @CsvSource({
        "IL,62704,MA,2139,MA,02139",
        "IL,62704,New Jersey,8540-1234,NJ,085401234",
        "IL,62704,PR,926,PR,00926",
        "IL,62704,illinois,62704.0,IL,62704"
    })
    void a_zip_whose_zeros_were_eaten_and_a_state_written_out_are_read(
            String state, String zip, String otherState, String otherZip, String readState, String readZip) {
        three.folder()
                .replacing(
                        "clients.csv",
                        "1 Oak St,Springfield," + state + "," + zip,
                        "1 Oak St,Springfield," + otherState + "," + otherZip);
        var address = Objects.requireNonNull(three.ana().address());
        assertThat(address.state() + address.zip()).isEqualTo(readState + readZip);
    }

    @ParameterizedTest
    @CsvSource({
        "Location Code,2,11",
        "Location,10 - Main office,11",
        "Location,02 - Telehealth elsewhere,02",
        "Place of Service,2,02",
        "POS,53,53"
    })
    void the_number_of_an_office_is_no_place_of_service(String header, String place, String code) {
        three.folder()
                .write(
                        "appointments.csv",
                        three.folder()
                                .text("appointments.csv")
                                .replace("CPT", "CPT," + header)
                                .replace(",90853", ",90853," + place));
        assertThat(three.rows(Row.Appointment.class))
                .hasSize(3)
                .allMatch(row -> row.placeOfService().equals(code));
    }

    @Test
    void attendance_that_names_no_recorder_moves_everything_else_in() {
        three.folder()
                .write(
                        "attendance.csv",
                        "Date,Start,Clinician,Client ID,Presence\n2026-10-19,09:00,Dana Whitfield,A1,present\n");
        var result = three.take();

        assertThat(result.whole()).isTrue();
        assertThat(result.patients()).isEqualTo(3);
        assertThat(three.rows(Row.Attendance.class))
                .singleElement()
                .satisfies(row -> assertThat(row.presence()).isEqualTo(Presence.UNMARKED));
    }
}
