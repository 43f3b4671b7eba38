package org.circlekeeper.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How days, times and counts are written on every page. Money writes itself. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter BIRTH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);

    private Words() {}

    /** {@code Mon 23 Nov 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Mon 23 Nov}, where the year is plain from what stands around it. */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** {@code 7 Dec 1988}: nobody asks on which weekday a member was born. */
    public static String birthDay(LocalDate day) {
        return BIRTH_DAY.format(day);
    }

    /** {@code 18:30}. */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code Mon 23 Nov 2026, 18:30}. */
    public static String moment(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return day(local.toLocalDate()) + ", " + time(local.toLocalTime());
    }

    /** {@code 1 seat}, {@code 7 seats}. */
    public static String count(long number, String one, String many) {
        return String.format(Locale.US, "%,d ", number) + (number == 1 ? one : many);
    }

    /** {@code a, b and c}. */
    public static String list(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }
}
