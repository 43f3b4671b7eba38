package org.circlekeeper.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day or days that a DTP tells, and what they mean.
 *
 * @param qualifier DTP01: 346 plan begins, 472 service, …
 * @param first null where the sender wrote no day
 * @param last the same as the first unless it is a range (RD8)
 */
public record QualifiedDate(
        String qualifier,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    public static QualifiedDate of(Segment dtp) {
        var text = dtp.element(3);
        int dash = text.indexOf('-');
        var first = ReadValues.day(dash < 0 ? text : text.substring(0, dash).strip());
        var last = dash < 0 ? first : ReadValues.day(text.substring(dash + 1).strip());
        return new QualifiedDate(dtp.element(1), first, last);
    }

    /** True when more than one day is told. */
    public boolean isRange() {
        return first != null && last != null && !first.equals(last);
    }
}
