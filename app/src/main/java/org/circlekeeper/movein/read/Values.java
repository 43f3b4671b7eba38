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
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values as exports write them. What cannot be read is empty, never guessed. */
final class Values {

    private static final List<DateTimeFormatter> DAYS = List.of(
            day("uuuu-M-d"),
            day("M/d/uuuu"),
            day("uuuu/M/d"),
            day("M-d-uuuu"),
            day("MMM d, uuuu"),
            day("MMMM d, uuuu"),
            day("MMM d uuuu"),
            day("MMMM d uuuu"),
            day("d MMM uuuu"),
            day("d-MMM-uuuu"),
            day("d MMMM uuuu"));
    private static final List<DateTimeFormatter> DAYS_OF_THIS_CENTURY = List.of(
            shortYear("M/d/"), shortYear("M-d-"), shortYear("MMM d, "), shortYear("d-MMM-"), shortYear("d MMM "));
    private static final List<DateTimeFormatter> TIMES = List.of(
            day("H:mm"),
            day("H:mm:ss"),
            day("H:mm:ss.SSS"),
            day("h:mm a"),
            day("h:mma"),
            day("h:mm:ss a"),
            day("h a"),
            day("ha"));
    private static final int EARLIEST = 1800;
    private static final int LATEST = 2199;
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(?i)[T ,]+(at )?(\\d{1,2}(:\\d{2}){1,2}(\\.\\d+)?( ?[ap]m)?|\\d{1,2} ?[ap]m)"
                    + "( ?(z|utc|[a-z]{2,4}t|[+-]\\d{2}:?\\d{2}))?$");
    private static final Pattern TWO_NUMBERS_AND_A_YEAR =
            Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})");
    private static final int MONTHS = 12;
    private static final int LONGEST_MONTH = 31;
    private static final Pattern WEEKDAY = Pattern.compile("(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +");
    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("(?i)(\\d{1,2}) ?(?:h|hr|hrs|hour|hours)(?: ?(\\d{1,2}) ?(?:m|min|mins|minutes)?)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(:00)?");
    private static final Pattern MINUTES =
            Pattern.compile("(?i)(\\d{1,3})(?:\\.0+)?(?: ?(?:m|min|mins|minutes?))?\\.?");

    private Values() {}

    private static DateTimeFormatter day(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter shortYear(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code 10/19/2026}, {@code 2026-10-19}, {@code Mon, Oct 19, 2026}; a time behind the day is left aside. */
    static Optional<LocalDate> date(String text) {
        return first(DAYS, dayOf(text));
    }

    /**
     * The same, and {@code 10/19/26}: for days on which something was done here, which lie in this century. A moment
     * that names its offset is the day it was on this clock.
     */
    static Optional<LocalDate> serviceDate(String text, ZoneId zone) {
        try {
            return Optional.of(
                            OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate())
                    .filter(Values::isPossible);
        } catch (DateTimeException local) {
            return serviceDate(text);
        }
    }

    private static Optional<LocalDate> serviceDate(String text) {
        var plain = dayOf(text);
        return first(DAYS, plain).or(() -> first(DAYS_OF_THIS_CENTURY, plain));
    }

    private static String dayOf(String text) {
        var plain = spaces(text);
        return WEEKDAY.matcher(TIME_OF_DAY.matcher(plain).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }

    private static String spaces(String text) {
        return text.replaceAll("[\\u00A0\\u202F\\s]+", " ").strip();
    }

    private static Optional<LocalDate> first(List<DateTimeFormatter> formats, String text) {
        for (var format : formats) {
            try {
                return Optional.of(LocalDate.parse(text, format)).filter(Values::isPossible);
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** What lies outside of these years is a slip of the keyboard. */
    private static boolean isPossible(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST;
    }

    /** In which order a day is written, as far as it can be told: {@code 05/11/2026} may be either. */
    enum Order {
        MONTH_FIRST,
        DAY_FIRST,
        EITHER
    }

    static Order order(String text) {
        var day = TWO_NUMBERS_AND_A_YEAR.matcher(dayOf(text));
        if (!day.matches()) {
            return Order.EITHER;
        }
        int first = Integer.parseInt(day.group(1));
        int second = Integer.parseInt(day.group(2));
        if (first > MONTHS && first <= LONGEST_MONTH && second >= 1 && second <= MONTHS) {
            return Order.DAY_FIRST;
        }
        return second > MONTHS && first >= 1 && first <= MONTHS ? Order.MONTH_FIRST : Order.EITHER;
    }

    /** {@code 09:00}, {@code 9:00 AM}, {@code 10/19/2026 9:00 AM}; one that names an offset is put on this clock. */
    static Optional<LocalTime> time(String text, ZoneId zone) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalTime());
        } catch (DateTimeException local) {
            var plain = spaces(text);
            var behind = TIME_OF_DAY.matcher(plain);
            return clock(behind.find() && first(DAYS, dayOf(plain)).isPresent() ? behind.group(2) : plain);
        }
    }

    /** A time alone, without a day. */
    private static Optional<LocalTime> clock(String text) {
        var plain = text.matches("(?i).*[ap]\\.m\\.?") ? text.replace(".", "") : text;
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
            var moment = OffsetDateTime.parse(text);
            return Optional.of(moment.toInstant()).filter(_ -> isPossible(moment.toLocalDate()));
        } catch (DateTimeException local) {
            var day = serviceDate(text);
            var hasTime = TIME_OF_DAY.matcher(spaces(text)).find();
            var time = hasTime ? timeBehind(spaces(text)) : Optional.of(LocalTime.of(17, 0));
            return day.flatMap(
                    d -> time.map(t -> LocalDateTime.of(d, t).atZone(zone).toInstant()));
        }
    }

    private static Optional<LocalTime> timeBehind(String text) {
        var behind = TIME_OF_DAY.matcher(text);
        return behind.find() ? clock(behind.group(2)) : Optional.empty();
    }

    /** {@code 75}, {@code 75 min}, {@code 1:15}, {@code 1 h 15 min}. */
    static Optional<Integer> minutes(String text) {
        var plain = spaces(text);
        var whole = MINUTES.matcher(plain);
        if (whole.matches()) {
            return Optional.of(Integer.valueOf(whole.group(1)));
        }
        for (var pattern : List.of(HOURS_AND_MINUTES, CLOCK)) {
            var both = pattern.matcher(plain);
            if (both.matches()) {
                var more = both.group(2);
                return Optional.of(Integer.parseInt(both.group(1)) * 60 + (more == null ? 0 : Integer.parseInt(more)));
            }
        }
        return Optional.empty();
    }

    /** Yes and no in the ways people write them; empty for any other word. */
    static Optional<Boolean> yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "t", "1", "x", "on", "checked" -> Optional.of(true);
            case "", "no", "n", "false", "f", "0", "off", "unchecked", "none", "n/a", "na" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A cell in which somebody wrote that nothing is there. */
    static boolean isBlank(String text) {
        return text.isBlank() || text.matches("[-\\u2013\\u2014]{1,3}|(?i)null|#?n/a");
    }

    /** A spreadsheet would calculate this instead of showing it. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
