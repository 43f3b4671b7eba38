package org.circlekeeper.claims;

import java.util.Optional;
import java.util.stream.IntStream;

/** When a last day to file is spoken of: with 30 days left, then louder with 14 and with 7. */
final class FilingWarning {

    /** So many days before the last one it begins. */
    static final int FIRST = 30;

    private static final int[] DAYS = {7, 14, FIRST};

    private FilingWarning() {}

    /** The warning that stands with so many days left; empty while there is time. */
    static Optional<Integer> of(long daysLeft) {
        return IntStream.of(DAYS).filter(days -> daysLeft <= days).boxed().findFirst();
    }
}
