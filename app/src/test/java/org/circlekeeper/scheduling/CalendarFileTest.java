package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.circlekeeper.Golden;
import org.junit.jupiter.api.Test;

/** A calendar as it is given to other programs, letter by letter. */
class CalendarFileTest {

    @Test
    void a_calendar_is_written_as_it_was_approved() {
        var monday = LocalDateTime.of(2026, 11, 23, 18, 30);
        var text = new CalendarFile.Text("Maple House, group 3F9A", "A.R., B.O.", "Blue room");
        var series = new CalendarFile.Event(
                "0198c0de-0000-7000-8000-000000000001@circlekeeper",
                4,
                null,
                monday,
                monday.plusMinutes(90),
                text,
                false,
                new CalendarFile.Repeats(
                        Recurrence.read("FREQ=WEEKLY;BYDAY=MO"), monday.plusWeeks(13), List.of(monday.plusWeeks(5))));
        var cancelled = once(series, 1, monday.plusWeeks(1), monday.plusWeeks(1), text, true);
        var longer = new CalendarFile.Text(
                "Maple House, group 3F9A", "A.R., B.O., and others; so many that a line is too long for one", "");
        var moved = once(series, 2, monday.plusWeeks(2), monday.plusWeeks(2).plusDays(2), longer, false);

        Golden.assertMatches(
                "calendar/week.ics",
                CalendarFile.of(
                        "Maple House",
                        ZoneId.of("America/New_York"),
                        Instant.parse("2026-11-23T15:00:00Z"),
                        List.of(moved, cancelled, series)));
    }

    private static CalendarFile.Event once(
            CalendarFile.Event series,
            int sequence,
            LocalDateTime instead,
            LocalDateTime start,
            CalendarFile.Text text,
            boolean cancelled) {
        return new CalendarFile.Event(
                series.uid(), sequence, instead, start, start.plusMinutes(60), text, cancelled, null);
    }
}
