package org.circlekeeper.finance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.circlekeeper.practice.FederalHolidays;

/** Days that are neither a Saturday, a Sunday nor a legal public holiday (5 U.S.C. 6103). Pure. */
public final class BusinessDays {

    private BusinessDays() {}

    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FederalHolidays.of(day.getYear()).containsKey(day);
    }

    /** So many business days after a day; the day itself is not counted. Refuses less than one. */
    public static LocalDate after(LocalDate day, int count) {
        return step(day, count, one -> one.plusDays(1));
    }

    /** So many business days before a day; the day itself is not counted. Refuses less than one. */
    public static LocalDate before(LocalDate day, int count) {
        return step(day, count, one -> one.minusDays(1));
    }

    private static LocalDate step(LocalDate from, int count, UnaryOperator<LocalDate> next) {
        if (count < 1) {
            throw new IllegalArgumentException("Counts at least one business day");
        }
        var day = from;
        for (int left = count; left > 0; ) {
            day = next.apply(day);
            if (is(day)) {
                left--;
            }
        }
        return day;
    }
}
