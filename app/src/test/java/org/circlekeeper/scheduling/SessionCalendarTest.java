package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCalendarTest {

    static final LocalDate BEFORE = LocalDate.of(2026, 10, 1);
    static final LocalDate AFTER = LocalDate.of(2027, 11, 30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Chicago",
                "America/Denver",
                "America/Phoenix",
                "America/Los_Angeles",
                "America/Anchorage",
                "Pacific/Honolulu",
                "America/Puerto_Rico"
            })
    void i16_an_evening_group_stays_at_its_time_across_a_clock_change(String name) {
        var zone = ZoneId.of(name);
        for (var day : DayOfWeek.values()) {
            var meetings = SessionCalendar.meetings(weekly(day, "18:30"), zone, BEFORE, AFTER, Map.of());

            assertThat(meetings).hasSizeGreaterThan(59).allSatisfy(meeting -> {
                assertThat(meeting.startsAt().atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(18, 30));
                assertThat(meeting.startsAt().atZone(zone).toLocalDate()).isEqualTo(meeting.serviceDate());
                assertThat(Duration.between(meeting.startsAt(), meeting.endsAt()))
                        .isEqualTo(Duration.ofMinutes(75));
                assertThat(meeting.serviceDate().getDayOfWeek()).isEqualTo(day);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Chicago",
                "America/Phoenix",
                "Pacific/Honolulu",
                "America/Puerto_Rico"
            })
    void i16_a_rule_of_any_kind_keeps_its_local_time(String name) {
        var zone = ZoneId.of(name);
        for (var rule :
                List.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE", "FREQ=MONTHLY;BYDAY=2SU", "FREQ=MONTHLY;BYDAY=-1SA")) {
            var series = new Series(
                    new SeriesId(UUID.randomUUID()),
                    new GroupId(UUID.randomUUID()),
                    Recurrence.read(rule),
                    LocalTime.of(18, 30),
                    Duration.ofMinutes(90),
                    DateRange.from(BEFORE),
                    "11",
                    null,
                    "");

            assertThat(SessionCalendar.meetings(series, zone, BEFORE, AFTER, Map.of()))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(meeting -> {
                        assertThat(meeting.startsAt().atZone(zone).toLocalTime())
                                .isEqualTo(LocalTime.of(18, 30));
                        assertThat(meeting.occurrence())
                                .isEqualTo(meeting.serviceDate().atTime(18, 30));
                    });
        }
    }

    @Test
    void i16_a_time_that_the_clock_repeats_is_met_the_first_time() {
        var autumn = SessionCalendar.meetings(
                weekly(DayOfWeek.SUNDAY, "01:30"),
                ZoneId.of("America/New_York"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 1),
                Map.of());

        assertThat(autumn.getFirst().startsAt()).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void i16_the_date_of_service_is_the_practices_local_day_however_late_it_is() {
        var meetings = SessionCalendar.meetings(
                weekly(DayOfWeek.MONDAY, "23:30"), ZoneId.of("Pacific/Honolulu"), BEFORE, AFTER, Map.of());

        assertThat(meetings)
                .allSatisfy(meeting ->
                        assertThat(meeting.serviceDate().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
    }

    @Test
    void a_time_that_the_clock_skips_is_met_an_hour_later_and_a_doubled_one_once() {
        var zone = ZoneId.of("America/Chicago");
        var spring = SessionCalendar.meetings(
                weekly(DayOfWeek.SUNDAY, "02:30"),
                zone,
                LocalDate.of(2027, 3, 14),
                LocalDate.of(2027, 3, 14),
                Map.of());
        var autumn = SessionCalendar.meetings(
                weekly(DayOfWeek.SUNDAY, "01:30"),
                zone,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 1),
                Map.of());

        assertThat(spring)
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.startsAt().atZone(zone).toLocalTime())
                        .isEqualTo(LocalTime.of(3, 30)));
        assertThat(autumn).hasSize(1);
    }

    @Test
    void a_holiday_is_named_and_a_series_ends_on_its_last_day() {
        var thanksgiving = LocalDate.of(2026, 11, 26);
        var series = Series.weekly(
                new SeriesId(UUID.randomUUID()),
                new GroupId(UUID.randomUUID()),
                DayOfWeek.THURSDAY,
                LocalTime.of(9, 0),
                Duration.ofMinutes(75),
                new DateRange(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 3)),
                "11");

        assertThat(SessionCalendar.meetings(
                        series, ZoneId.of("America/Chicago"), BEFORE, AFTER, Map.of(thanksgiving, "Thanksgiving")))
                .extracting(SessionCalendar.Meeting::holiday)
                .containsExactly("Thanksgiving", null);
    }

    @Test
    void a_leap_day_is_a_day_like_any_other() {
        assertThat(SessionCalendar.meetings(
                        weekly(DayOfWeek.TUESDAY, "09:00"),
                        ZoneId.of("America/New_York"),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2028, 3, 1),
                        Map.of()))
                .extracting(SessionCalendar.Meeting::serviceDate)
                .containsExactly(LocalDate.of(2028, 2, 29));
    }

    private static Series weekly(DayOfWeek day, String start) {
        return Series.weekly(
                new SeriesId(UUID.randomUUID()),
                new GroupId(UUID.randomUUID()),
                day,
                LocalTime.parse(start),
                Duration.ofMinutes(75),
                DateRange.from(BEFORE),
                "11");
    }
}
