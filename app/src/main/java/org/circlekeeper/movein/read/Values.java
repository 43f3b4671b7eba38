package org.circlekeeper.movein.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.attendance.Presence;

/** Reads single values as exports write them. What cannot be read is empty, never guessed. */
final class Values {

    private static final List<DateTimeFormatter> DAYS =
            List.of(day("uuuu-M-d"), day("M/d/uuuu"), day("M-d-uuuu"), day("MMM d, uuuu"), day("MMMM d, uuuu"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(day("H:mm"), day("H:mm:ss"), day("h:mm a"), day("h:mma"), day("h:mm:ss a"), day("h a"), day("ha"));
    private static final Map<String, Presence> OTHER_WORDS = Map.ofEntries(
            Map.entry("attended", Presence.PRESENT),
            Map.entry("arrived", Presence.PRESENT),
            Map.entry("show", Presence.PRESENT),
            Map.entry("yes", Presence.PRESENT),
            Map.entry("no", Presence.ABSENT),
            Map.entry("no show", Presence.ABSENT),
            Map.entry("noshow", Presence.ABSENT),
            Map.entry("did not show", Presence.ABSENT),
            Map.entry("late cancelled", Presence.LATE_CANCEL),
            Map.entry("late canceled", Presence.LATE_CANCEL),
            Map.entry("late cancellation", Presence.LATE_CANCEL),
            Map.entry("cancelled late", Presence.LATE_CANCEL),
            Map.entry("cancelled", Presence.EXCUSED),
            Map.entry("canceled", Presence.EXCUSED),
            Map.entry("", Presence.UNMARKED));

    private Values() {}

    private static DateTimeFormatter day(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code 10/19/2026}, {@code 2026-10-19}; a time behind the day is left aside. */
    static Optional<LocalDate> date(String text) {
        var plain = text.replaceFirst("[T ]\\d{1,2}:\\d{2}.*$", "");
        for (var format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(plain, format));
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** {@code 09:00}, {@code 9:00 AM}. */
    static Optional<LocalTime> time(String text) {
        var plain = text.replace('\u202F', ' ').replace(".", "").strip();
        for (var format : TIMES) {
            try {
                return Optional.of(LocalTime.parse(plain, format));
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** A moment of the practice's own clock, or one that names its offset; a day alone is that day's end of work. */
    static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException local) {
            var parts = text.split("[T ]", 2);
            var day = date(parts[0]);
            var time = parts.length < 2 ? Optional.of(LocalTime.of(17, 0)) : time(parts[1]);
            return day.flatMap(
                    d -> time.map(t -> LocalDateTime.of(d, t).atZone(zone).toInstant()));
        }
    }

    static Optional<Presence> presence(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        var other = OTHER_WORDS.get(plain);
        return other == null ? Presence.read(text) : Optional.of(other);
    }

    /** Yes and no in the ways people write them; empty for any other word. */
    static Optional<Boolean> yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x", "on" -> Optional.of(true);
            case "", "no", "n", "false", "0", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A spreadsheet would calculate this instead of showing it. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
