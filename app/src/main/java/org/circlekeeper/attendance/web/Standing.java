package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.DateRange;

/** How a span of days stands today, in words. */
final class Standing {

    private Standing() {}

    /** {@code from Mon 5 Oct 2026}, {@code Mon 5 Oct 2026 to Mon 23 Nov 2026}. */
    static String days(DateRange days) {
        var last = days.last();
        return last == null ? "from " + Words.day(days.first()) : Words.day(days.first()) + " to " + Words.day(last);
    }

    static Tone tone(DateRange days, LocalDate today) {
        return days.includes(today) ? Tone.GOOD : days.first().isAfter(today) ? Tone.CALM : Tone.NONE;
    }

    static String word(DateRange days, LocalDate today, String now, String later, String over) {
        return days.includes(today) ? now : days.first().isAfter(today) ? later : over;
    }
}
