package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.x12.QualifiedDate;

/** The days for which one row holds (2110 DTP). */
final class BenefitDays {

    private static final Set<String> BEGIN = Set.of("346", "348", "356");
    private static final Set<String> END = Set.of("347", "349", "357");
    private static final Set<String> WITHIN = Set.of("193", "194", "291", "292", "307");

    private BenefitDays() {}

    /** False when the row says that it begins later or has ended before. */
    static boolean include(Benefit row, LocalDate day) {
        return row.dates().stream().allMatch(date -> include(date, day));
    }

    private static boolean include(QualifiedDate date, LocalDate day) {
        var first = date.first();
        var last = date.last();
        if (first == null || last == null) {
            return true;
        }
        boolean range = date.isRange();
        boolean begun = END.contains(date.qualifier()) || !(range || BEGIN.contains(date.qualifier()));
        boolean goesOn = BEGIN.contains(date.qualifier()) && !range || WITHIN.contains(date.qualifier()) && !range;
        return (begun || !day.isBefore(first)) && (goesOn || !day.isAfter(last) || isOther(date));
    }

    private static boolean isOther(QualifiedDate date) {
        var qualifier = date.qualifier();
        return !BEGIN.contains(qualifier) && !END.contains(qualifier) && !WITHIN.contains(qualifier);
    }
}
