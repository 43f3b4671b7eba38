package org.circlekeeper.console;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;

/** Decides what "since Friday" means. Pure. */
final class Workdays {

    private static final int LONGEST_BREAK = 14;

    private Workdays() {}

    /** The last day before this one that was neither weekend nor a holiday of the practice. */
    static LocalDate before(LocalDate today, Set<LocalDate> holidays) {
        return Stream.iterate(today.minusDays(1), day -> day.minusDays(1))
                .limit(LONGEST_BREAK)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !holidays.contains(day))
                .findFirst()
                .orElse(today.minusDays(1));
    }

    /** {@code Friday}; {@code yesterday}; a date when a week or more has passed. */
    static String word(LocalDate since, LocalDate today) {
        if (since.equals(today.minusDays(1))) {
            return "yesterday";
        }
        return since.isAfter(today.minusDays(7))
                ? since.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US)
                : Words.shortDay(since);
    }
}
