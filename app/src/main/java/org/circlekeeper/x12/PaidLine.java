package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says about one service of a claim (TR3 005010X221A1, 2110). Amounts and days are null where the file has
 * none.
 *
 * @param lineId REF*6R: our own number of the service, which makes posting exact
 * @param code SVC01-2, as the payer processed it
 * @param billedCode SVC06-2, where the payer changed the code that was billed
 * @param allowed AMT*B6
 * @param remarks LQ*HE
 */
public record PaidLine(
        String lineId,
        String code,
        List<String> modifiers,
        String billedCode,
        @Nullable Money charge,
        @Nullable Money paid,
        String units,
        @Nullable LocalDate serviceDate,
        @Nullable Money allowed,
        List<Adjustment> adjustments,
        List<String> remarks) {

    /** SVC02 − SVC03 − ΣCAS, in cents; nothing when the service adds up (TR3 1.10.2.1.1). */
    public long differenceCents() {
        return ClaimPayment.difference(charge, paid, adjustments);
    }
}
