package org.circlekeeper.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from a first to a last, both included; no last day means it goes on. FHIR calls it a Period. */
public record DateRange(LocalDate first, @Nullable LocalDate last) {

    public DateRange {
        if (last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("Ends before it begins: " + first + " to " + last);
        }
    }

    public static DateRange from(LocalDate first) {
        return new DateRange(first, null);
    }

    /** Whether the last day is past on that one. */
    public boolean hasEnded(LocalDate day) {
        return last != null && last.isBefore(day);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    /** The same days, but none after that one; null takes none away. Refuses a day before the first one. */
    public DateRange until(@Nullable LocalDate end) {
        return end == null || last != null && !last.isAfter(end) ? this : new DateRange(first, end);
    }
}
