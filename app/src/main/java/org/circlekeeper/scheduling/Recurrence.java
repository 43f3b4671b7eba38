package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * On which days a series meets: the part of RFC 5545 (3.3.10) that groups need. Pure: the same rule, first day and days
 * give the same answer.
 *
 * @param interval every how many weeks or months
 * @param on the weekdays; by months each with its place in the month
 * @param count after how many times it ends
 * @param until the last day on which it may meet
 */
public record Recurrence(
        Every every,
        int interval,
        List<On> on,
        @Nullable Integer count,
        @Nullable LocalDate until) {

    private static final int MOST_TIMES = 999;
    private static final Pattern DAY = Pattern.compile("(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)");

    /** By weeks or by months. */
    public enum Every {
        WEEKLY,
        MONTHLY
    }

    /**
     * A weekday.
     *
     * @param nth which one of the month, {@code -1} for the last; 0 by weeks
     */
    public record On(int nth, DayOfWeek day) {

        static On read(String text) {
            var found = DAY.matcher(text);
            if (!found.matches()) {
                throw new IllegalArgumentException("Not a weekday of a rule: " + text);
            }
            var day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> code(one).equals(found.group(2)))
                    .findFirst()
                    .orElseThrow();
            return new On(found.group(1) == null ? 0 : Integer.parseInt(found.group(1)), day);
        }

        @Override
        public String toString() {
            return (nth == 0 ? "" : nth) + code(day);
        }

        private static String code(DayOfWeek day) {
            return day.name().substring(0, 2);
        }
    }

    public Recurrence {
        on = on.stream()
                .sorted(Comparator.comparing(On::day).thenComparing(On::nth))
                .distinct()
                .toList();
        if (on.isEmpty() || interval < 1 || interval > 52 || count != null && (count < 1 || count > MOST_TIMES)) {
            throw new IllegalArgumentException("A rule has weekdays, an interval to 52 and at most 999 times");
        }
        if (count != null && until != null) {
            throw new IllegalArgumentException("A rule ends after a number of times or after a day, not both");
        }
        boolean byMonths = every == Every.MONTHLY;
        if (on.stream().anyMatch(one -> byMonths == (one.nth() == 0))) {
            throw new IllegalArgumentException("By months each weekday has its place in the month, by weeks none has");
        }
    }

    /** The plain one: every week on this day. */
    public static Recurrence weekly(DayOfWeek day) {
        return new Recurrence(Every.WEEKLY, 1, List.of(new On(0, day)), null, null);
    }

    /** Reads a rule as {@link #toString()} writes it; refuses parts that groups do not need. */
    public static Recurrence read(String rrule) {
        Map<String, String> parts = Arrays.stream(rrule.split(";"))
                .map(part -> part.split("=", 2))
                .collect(toMap(part -> part[0], part -> part.length == 2 ? part[1] : ""));
        if (!List.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST").containsAll(parts.keySet())) {
            throw new IllegalArgumentException("A rule with parts that no group needs: " + rrule);
        }
        var count = parts.get("COUNT");
        var until = parts.get("UNTIL");
        return new Recurrence(
                Every.valueOf(parts.getOrDefault("FREQ", "")),
                Integer.parseInt(parts.getOrDefault("INTERVAL", "1")),
                Arrays.stream(parts.getOrDefault("BYDAY", "").split(","))
                        .map(On::read)
                        .toList(),
                count == null ? null : Integer.valueOf(count),
                until == null ? null : LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    }

    public boolean meetsOn(DayOfWeek day) {
        return on.stream().anyMatch(one -> one.day() == day);
    }

    /** Whether it is the plain one, for which no library is asked. */
    boolean isPlain() {
        return every == Every.WEEKLY && interval == 1 && count == null;
    }

    /** The days from one to another, both included, on which a series that began on its first day meets. */
    public List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        var end = until != null && until.isBefore(to) ? until : to;
        var begin = first.isAfter(from) ? first : from;
        if (end.isBefore(begin)) {
            return List.of();
        }
        return isPlain() ? plain(begin, end) : reckoned(first, begin, end);
    }

    private List<LocalDate> plain(LocalDate begin, LocalDate end) {
        return on.stream()
                .flatMap(one -> Stream.iterate(
                        begin.with(TemporalAdjusters.nextOrSame(one.day())),
                        day -> !day.isAfter(end),
                        day -> day.plusWeeks(1)))
                .sorted()
                .toList();
    }

    /**
     * By the library, without its counting: months are sought from their first day, and times counted from the first.
     */
    List<LocalDate> reckoned(LocalDate first, LocalDate begin, LocalDate end) {
        var seed = every == Every.MONTHLY ? first.withDayOfMonth(1) : first;
        var days = new Recur<LocalDate>(pattern() + ";WKST=MO")
                .getDates(seed, seed, end.plusDays(1)).stream()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(end))
                        .sorted()
                        .distinct();
        return (count == null ? days : days.limit(count))
                .filter(day -> !day.isBefore(begin))
                .toList();
    }

    private String pattern() {
        return "FREQ=" + every + (interval == 1 ? "" : ";INTERVAL=" + interval) + ";BYDAY="
                + on.stream().map(On::toString).collect(joining(","));
    }

    /** As RFC 5545 writes it. The end is a local day: a calendar that is read elsewhere is given the instant. */
    @Override
    public String toString() {
        return pattern()
                + (count == null ? "" : ";COUNT=" + count)
                + (until == null ? "" : ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(until));
    }

    /** {@code Mondays}, {@code Every 2 weeks on Monday and Wednesday}, {@code The second Tuesday of the month}. */
    public String words() {
        var days = on.stream().map(one -> Weekdays.name(one.day())).distinct().toList();
        var said = switch (every) {
            case WEEKLY ->
                interval == 1
                        ? Words.list(days.stream().map(day -> day + "s").toList())
                        : "Every " + interval + " weeks on " + Words.list(days);
            case MONTHLY ->
                "The "
                        + Words.list(on.stream()
                                .map(one -> place(one.nth()) + " " + Weekdays.name(one.day()))
                                .toList())
                        + (interval == 1 ? " of the month" : " of every " + interval + " months");
        };
        return said + (count == null ? "" : String.format(Locale.US, ", %d times", count));
    }

    static String place(int nth) {
        return switch (nth) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            case 5 -> "fifth";
            default -> "last";
        };
    }
}
