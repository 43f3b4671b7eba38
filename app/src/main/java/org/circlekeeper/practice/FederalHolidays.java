package org.circlekeeper.practice;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The legal public holidays of the United States, 5 U.S.C. 6103(a). One that falls on a weekend is kept on the Friday
 * before or the Monday after as well (6103(b); Executive Order 11582), and stands here on both days.
 */
public final class FederalHolidays {

    private FederalHolidays() {}

    /** Those that the year's calendar holds, by day. */
    public static SortedMap<LocalDate, String> of(int year) {
        var holidays = new TreeMap<LocalDate, String>();
        fixed(holidays, LocalDate.of(year, Month.JANUARY, 1), "New Year's Day");
        holidays.put(third(year, Month.JANUARY), "Birthday of Martin Luther King, Jr.");
        holidays.put(third(year, Month.FEBRUARY), "Washington's Birthday");
        holidays.put(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        fixed(holidays, LocalDate.of(year, Month.JUNE, 19), "Juneteenth");
        fixed(holidays, LocalDate.of(year, Month.JULY, 4), "Independence Day");
        holidays.put(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY), "Labor Day");
        holidays.put(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY), "Columbus Day");
        fixed(holidays, LocalDate.of(year, Month.NOVEMBER, 11), "Veterans Day");
        holidays.put(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY), "Thanksgiving Day");
        fixed(holidays, LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day");
        fixed(holidays, LocalDate.of(year + 1, Month.JANUARY, 1), "New Year's Day");
        holidays.keySet().removeIf(day -> day.getYear() != year);
        return holidays;
    }

    private static LocalDate third(int year, Month month) {
        return nth(year, month, 3, DayOfWeek.MONDAY);
    }

    private static LocalDate nth(int year, Month month, int which, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(which, weekday));
    }

    private static void fixed(SortedMap<LocalDate, String> holidays, LocalDate day, String name) {
        holidays.put(day, name);
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            holidays.put(day.minusDays(1), name + ", observed");
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            holidays.put(day.plusDays(1), name + ", observed");
        }
    }
}
