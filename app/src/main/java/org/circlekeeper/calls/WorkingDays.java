package org.circlekeeper.calls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Decides on which day an office is reached again: Monday to Friday, without the practice's holidays. Pure. */
public final class WorkingDays {

    /** However many holidays a practice has in a row, a day is found within this. */
    private static final int MOST = 60;

    private WorkingDays() {}

    /** The working day after this one. */
    public static LocalDate after(LocalDate day, Set<LocalDate> holidays) {
        var next = day.plusDays(1);
        for (int tried = 0; tried < MOST && isFree(next, holidays); tried++) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isFree(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }
}
