package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Adds an 835 up by service, by claim and by payment (TR3 005010X221A1, 1.10.2.1). */
final class RemittanceCheck implements ContentCheck, RemittanceReading.Receiver {

    private final RemittanceReading reading = new RemittanceReading(this);
    private final Consumer<Flaw> found;
    private final List<Long> services = new ArrayList<>();
    private @Nullable Payment payment;
    private long bpr;
    private long clp;
    private long paid;
    private long byProvider;
    private boolean readable = true;

    RemittanceCheck(Consumer<Flaw> found) {
        this.found = found;
    }

    @Override
    public void see(Segment segment, long number) {
        reading.see(segment);
        switch (segment.id()) {
            case "BPR" -> bpr = number;
            case "CLP" -> {
                clp = number;
                services.clear();
            }
            case "SVC" -> services.add(number);
            default -> {}
        }
    }

    @Override
    public void end(long number) {
        reading.end();
        var amount = payment == null ? null : payment.amount();
        long expected = Cents.minus(paid, byProvider);
        if (amount != null && readable && amount.cents() != expected) {
            found.accept(new Flaw(
                    bpr,
                    "BPR",
                    2,
                    "unbalanced-payment",
                    "BPR02 is " + amount + ", but the claims less the adjustments of the provider come to "
                            + new Money(expected) + "."));
        }
    }

    @Override
    public void payment(Payment header) {
        payment = header;
    }

    /** An amount that is none is told with its element: here it would only be told again. */
    @Override
    public void claim(ClaimPayment claim) {
        if (!claim.unreadable().isEmpty()) {
            readable = false;
            return;
        }
        paid = Cents.plus(paid, claim.paid() == null ? 0 : claim.paid().cents());
        if (claim.differenceCents() != 0) {
            found.accept(new Flaw(clp, "CLP", 4, "unbalanced-claim", off("Claim", claim.differenceCents())));
        }
        for (int at = 0; at < claim.services().size() && at < services.size(); at++) {
            long difference = claim.services().get(at).differenceCents();
            if (difference != 0) {
                found.accept(new Flaw(services.get(at), "SVC", 3, "unbalanced-service", off("Service", difference)));
            }
        }
    }

    @Override
    public void adjustment(ProviderAdjustment adjustment) {
        readable &= adjustment.amount() != null;
        byProvider = Cents.plus(
                byProvider,
                adjustment.amount() == null ? 0 : adjustment.amount().cents());
    }

    private static String off(String what, long difference) {
        return what + " does not add up: charge less payment less adjustments leaves " + new Money(difference) + ".";
    }
}
