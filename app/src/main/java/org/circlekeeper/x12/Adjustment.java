package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a payer did not pay all of a charge (TR3 005010X221A1, 2100 or 2110 CAS; up to six in a segment).
 *
 * @param group CAS01: CO, PR, OA, PI, CR
 * @param reason CAS02, 05, 08 and so on
 * @param amount what is taken off the charge; null when it is no amount
 */
public record Adjustment(
        String group, String reason, @Nullable Money amount, String quantity) {

    private static final int FIRST = 2;
    private static final int LAST = 17;
    private static final int TRIPLET = 3;

    /** Those of one segment; a place with neither reason nor amount is none. */
    static List<Adjustment> of(Segment cas) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (int at = FIRST; at <= LAST; at += TRIPLET) {
            if (!cas.element(at).isEmpty() || !cas.element(at + 1).isEmpty()) {
                adjustments.add(new Adjustment(
                        cas.element(1), cas.element(at), ReadValues.money(cas.element(at + 1)), cas.element(at + 2)));
            }
        }
        return adjustments;
    }

    long cents() {
        return amount == null ? 0 : amount.cents();
    }
}
