package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides on which days a weekly series meets. Pure: the same series, holidays and days give the same meetings. */
public final class SessionCalendar {

    private SessionCalendar() {}

    /** One meeting to come. {@code holiday} names the holiday that it falls on. */
    public record Meeting(
            LocalDate serviceDate,
            Instant startsAt,
            Instant endsAt,
            @Nullable String holiday) {}

    /** The meetings from one day to another, both included. */
    public static List<Meeting> meetings(
            WeeklySeries series, ZoneId zone, LocalDate from, LocalDate to, Map<LocalDate, String> holidays) {
        var begin = series.days().first().isAfter(from) ? series.days().first() : from;
        var first = begin.with(TemporalAdjusters.nextOrSame(series.weekday()));
        return Stream.iterate(first, day -> !day.isAfter(to), day -> day.plusWeeks(1))
                .filter(series.days()::includes)
                .map(day -> meeting(series, zone, day, holidays.get(day)))
                .toList();
    }

    private static Meeting meeting(WeeklySeries series, ZoneId zone, LocalDate day, @Nullable String holiday) {
        var start = ZonedDateTime.of(day, series.start(), zone).toInstant();
        return new Meeting(day, start, start.plus(series.length()), holiday);
    }
}
