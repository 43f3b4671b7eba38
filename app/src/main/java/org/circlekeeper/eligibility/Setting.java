package org.circlekeeper.eligibility;

import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a practice asks.
 *
 * @param daysAhead for sessions of how many days, today included or not: from 1 to 30
 * @param price what one check costs the practice; null while nobody has said
 */
public record Setting(int daysAhead, @Nullable Money price) {

    /** What holds until somebody says otherwise. */
    public static final Setting USUAL = new Setting(7, null);

    public Setting {
        if (daysAhead < 1 || daysAhead > 30) {
            throw new IllegalArgumentException("Payers are asked for sessions of 1 to 30 days ahead");
        }
    }
}
