package org.circlekeeper.x12.claimstatus;

import java.util.List;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.NamedPerson;
import org.circlekeeper.x12.QualifiedDate;
import org.jspecify.annotations.Nullable;

/**
 * A question where one claim stands, as it is in a 276 of whichever sender (005010X212, loops 2200D and 2200E).
 *
 * @param reference BHT03
 * @param trace TRN02, which the answer repeats
 * @param dependent null when the subscriber is the patient
 * @param claimNumber REF EJ, the number that the provider gave (CLM01); empty when not told
 * @param payerClaimNumber REF 1K; empty when not told
 * @param charge AMT T3; null when not told or no amount
 * @param serviceDates DTP 472 of the claim, or of its first line; null when not told
 * @param procedures SVC01-2 of each line
 */
public record ReadStatusInquiry(
        String reference,
        String trace,
        NamedParty payer,
        NamedParty receiver,
        NamedParty provider,
        NamedPerson subscriber,
        @Nullable NamedPerson dependent,
        String claimNumber,
        String payerClaimNumber,
        @Nullable Money charge,
        @Nullable QualifiedDate serviceDates,
        List<String> procedures) {

    public ReadStatusInquiry {
        procedures = List.copyOf(procedures);
    }

    public NamedPerson patient() {
        return dependent == null ? subscriber : dependent;
    }
}
