package org.circlekeeper.movein.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.circlekeeper.attendance.Presence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/3/2026",
                "11/03/2026",
                "2026-11-03",
                "2026/11/3",
                "11-3-2026",
                "Nov 3, 2026",
                "November 3, 2026",
                "Tue, Nov 3, 2026",
                "Tuesday, November 3, 2026",
                "3-Nov-2026",
                "3 November 2026",
                "11/3/26",
                "Nov 3, 26",
                "11/3/2026 9:00 AM",
                "2026-11-03T09:00:00",
                "2026-11-03 09:00",
                "Nov 3, 2026 at 9:00am CST",
                "2026-11-04T03:30:00Z"
            })
    void a_day_is_read_as_exports_write_it(String text) {
        assertThat(Values.serviceDate(text, ZONE)).hasValue(LocalDate.of(2026, 11, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2/30/2026", "13/1/2026", "3.11.2026", "Nov", "", "20261103", "soon"})
    void a_day_that_is_none_is_not_guessed(String text) {
        assertThat(Values.serviceDate(text, ZONE)).isEmpty();
        assertThat(Values.date(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/3/26", "3-Nov-26"})
    void a_birth_date_has_its_century(String text) {
        assertThat(Values.date(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18:30",
                "18:30:00",
                "6:30 PM",
                "06:30 pm",
                "6:30PM",
                "6:30 p.m.",
                "6:30\u202FPM",
                "11/3/2026 6:30 PM",
                "2026-11-03T18:30",
                "2026-11-03 18:30:00",
                "2026-11-04T00:30:00Z",
                "Tue, Nov 3, 2026 6:30 PM"
            })
    void a_time_is_read_as_exports_write_it(String text) {
        assertThat(Values.time(text, ZONE)).hasValue(LocalTime.of(18, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "6:70", "13:00 PM", "", "evening", "11/3/2026"})
    void a_time_that_is_none_is_not_guessed(String text) {
        assertThat(Values.time(text, ZONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-19T10:15, 2026-10-19T15:15:00Z",
        "10/19/2026 10:15 AM, 2026-10-19T15:15:00Z",
        "2026-10-19, 2026-10-19T22:00:00Z",
        "2026-10-19T10:15:00-04:00, 2026-10-19T14:15:00Z"
    })
    void a_moment_is_one_of_the_practices_clock(String text, Instant moment) {
        assertThat(Values.moment(text, ZONE)).hasValue(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"75", "75 min", "75 minutes", "75.0", "1:15", "01:15:00", "1h 15m", "1 hr 15 min", "1 hour 15"})
    void a_length_is_read_in_minutes(String text) {
        assertThat(Values.minutes(text)).hasValue(75);
    }

    @ParameterizedTest
    @CsvSource({
        "Show, PRESENT",
        "No-Show, ABSENT",
        "NO_SHOW, ABSENT",
        "Late Canceled, LATE_CANCEL",
        "Clinician canceled, EXCUSED",
        "Left early, LEFT_EARLY",
        "Checked In, PRESENT",
        "Arrived late, LATE",
        "Scheduled, UNMARKED",
        "'', UNMARKED"
    })
    void presence_is_read_in_the_words_of_other_systems(String text, Presence presence) {
        assertThat(PresenceWords.read(text)).hasValue(presence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "75.5", "an hour", "1000"})
    void a_length_that_is_none_is_not_guessed(String text) {
        assertThat(Values.minutes(text)).isEmpty();
    }
}
