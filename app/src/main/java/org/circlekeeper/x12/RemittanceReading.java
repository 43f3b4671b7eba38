package org.circlekeeper.x12;

import org.jspecify.annotations.Nullable;

/**
 * Reads an 835 set (TR3 005010X221A1) that is given segment by segment, and hands on what it says, one payment, claim
 * or adjustment at a time.
 */
public final class RemittanceReading {

    private final Receiver to;
    private Segment bpr = Segment.nothing();
    private Segment trn = Segment.nothing();
    private Payment.Party payer = Payment.Party.NOBODY;
    private Payment.Party payee = Payment.Party.NOBODY;
    private boolean inHeader = true;
    private @Nullable ClaimPaymentUnderReading claim;

    /** What is handed on: the payment before its claims, the adjustments of the provider after them. */
    public interface Receiver {

        void payment(Payment payment);

        void claim(ClaimPayment claim);

        void adjustment(ProviderAdjustment adjustment);
    }

    public RemittanceReading(Receiver to) {
        this.to = to;
    }

    /** Takes the next segment between ST and SE. */
    public void see(Segment segment) {
        switch (segment.id()) {
            case "BPR" -> bpr = segment;
            case "TRN" -> trn = inHeader ? segment : trn;
            case "N1" -> party(segment);
            case "LX" -> finishClaim();
            case "CLP" -> {
                finishClaim();
                claim = new ClaimPaymentUnderReading(segment);
            }
            case "PLB" -> {
                finishClaim();
                ProviderAdjustment.of(segment).forEach(to::adjustment);
            }
            default -> {
                if (claim != null) {
                    claim.see(segment);
                }
            }
        }
    }

    /** SE has been reached. */
    public void end() {
        finishClaim();
    }

    private void finishClaim() {
        if (inHeader) {
            inHeader = false;
            to.payment(new Payment(
                    ReadValues.money(bpr.element(2)),
                    bpr.element(2),
                    bpr.element(4),
                    bpr.element(16),
                    trn.element(2),
                    trn.element(3),
                    payer,
                    payee));
        }
        if (claim != null) {
            to.claim(claim.finish());
            claim = null;
        }
    }

    private void party(Segment n1) {
        var party = new Payment.Party(n1.element(2), n1.element(3), n1.element(4));
        if (inHeader && n1.element(1).equals("PR")) {
            payer = party;
        } else if (inHeader && n1.element(1).equals("PE")) {
            payee = party;
        }
    }
}
