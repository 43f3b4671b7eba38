package org.circlekeeper.x12.claimstatus;

import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.Receiver;
import org.circlekeeper.x12.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * A question where one claim stands (276, 005010X212).
 *
 * @param reference BHT03
 * @param trace TRN02, which the answer repeats
 * @param receiver level 21: who gets the answer, under the number that the clearinghouse gave
 * @param dependent the patient, or null when it is the subscriber
 * @param claimNumber REF EJ: our number of the claim (CLM01)
 * @param payerClaimNumber REF 1K: the payer's own; empty when it is not known
 * @param days DTP 472, first to last; a last day is known
 */
public record StatusInquiry(
        String reference,
        String trace,
        PayerParty payer,
        Receiver receiver,
        Asker provider,
        String memberId,
        AskedPerson subscriber,
        @Nullable AskedPerson dependent,
        String claimNumber,
        String payerClaimNumber,
        Money charge,
        DateRange days) {

    public StatusInquiry {
        Refuse.identifier(reference, 50, "The reference of a question");
        Refuse.identifier(trace, 50, "The trace number of a question");
        Refuse.foreignPartyId(memberId, "The member id");
        Refuse.identifier(claimNumber, 38, "The number of a claim");
        if (!payerClaimNumber.isEmpty()) {
            Refuse.foreignIdentifier(payerClaimNumber, 50, "The payer's number of a claim");
        }
        if (charge.cents() < 0 || days.last() == null) {
            throw new IllegalArgumentException("A claim has a charge that is not negative, and a last day");
        }
    }
}
