package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that a payer takes from or adds to a check beside its claims: money of the practice, never of a patient (TR3
 * 005010X221A1, PLB; up to six in a segment).
 *
 * @param provider PLB01
 * @param fiscalYearEnds PLB02, as it stands
 * @param reason PLB03-1: WO recovers an overpayment, FB carries a balance to another check, L6 is interest
 * @param reference PLB03-2
 * @param amount as it stands: above zero takes money away; null when it is no amount
 */
public record ProviderAdjustment(
        String provider,
        String fiscalYearEnds,
        String reason,
        String reference,
        @Nullable Money amount) {

    private static final int FIRST = 3;
    private static final int LAST = 13;

    static List<ProviderAdjustment> of(Segment plb) {
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        for (int at = FIRST; at <= LAST; at += 2) {
            if (!plb.element(at).isEmpty() || !plb.element(at + 1).isEmpty()) {
                adjustments.add(new ProviderAdjustment(
                        plb.element(1),
                        plb.element(2),
                        plb.component(at, 1),
                        plb.component(at, 2),
                        ReadValues.money(plb.element(at + 1))));
            }
        }
        return adjustments;
    }
}
