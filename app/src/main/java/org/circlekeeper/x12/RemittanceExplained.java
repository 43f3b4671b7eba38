package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Tells an 835: what was paid, what was taken off by whom, and whether all of it adds up (TR3 1.10.2). */
final class RemittanceExplained implements SetExplained, RemittanceReading.Receiver {

    /** So many claims that do not add up are named; the sums hold all of them. */
    private static final int NAMED = 50;

    private static final List<String> GROUPS = List.of("CO", "PR", "OA", "PI", "CR");

    private final RemittanceReading reading = new RemittanceReading(this);
    private final WarningList warnings = new WarningList();
    private final SequencedMap<String, Long> adjustments = new LinkedHashMap<>();
    private final TreeMap<String, Long> statuses = new TreeMap<>();
    private final List<Map<String, @Nullable Object>> unbalanced = new ArrayList<>();
    private final SentenceList told = new SentenceList();
    private @Nullable Payment payment;
    private long claims;
    private long services;
    private long reversals;
    private long denied;
    private long crossedOver;
    private long charge;
    private long paid;
    private long patient;
    private long byProvider;
    private boolean addsUp = true;
    private boolean ended;

    RemittanceExplained() {
        GROUPS.forEach(group -> adjustments.put(group, 0L));
    }

    @Override
    public void see(Segment segment) {
        reading.see(segment);
    }

    @Override
    public void payment(Payment header) {
        payment = header;
        if (header.amount() == null) {
            unreadable("The payment", "BPR02");
        }
    }

    @Override
    public void claim(ClaimPayment claim) {
        claims++;
        services += claim.services().size();
        reversals += claim.isReversal() ? 1 : 0;
        denied += claim.isDenied() ? 1 : 0;
        crossedOver += claim.isCrossedOver() ? 1 : 0;
        statuses.merge(claim.status(), 1L, Long::sum);
        charge = Cents.plus(charge, cents(claim.charge()));
        paid = Cents.plus(paid, cents(claim.paid()));
        patient = Cents.plus(patient, cents(claim.patientOwes()));
        claim.allAdjustments()
                .forEach(adjustment -> adjustments.merge(adjustment.group(), adjustment.cents(), Cents::plus));
        claim.unreadable().forEach(element -> unreadable("Claim " + claim.claimNumber(), element));
        if (!claim.isBalanced()) {
            outOfBalance(claim);
        }
        told.add(ClaimPaymentInWords.sentence(claim));
    }

    @Override
    public void adjustment(ProviderAdjustment adjustment) {
        byProvider = Cents.plus(byProvider, cents(adjustment.amount()));
        if (adjustment.amount() == null) {
            unreadable("An adjustment of the provider", "PLB " + adjustment.reason());
        }
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        var check = ended();
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("paid", check.amount() == null ? null : check.amount().cents());
        facts.put("claims", claims);
        facts.put("claimTotals", claimTotals());
        facts.put("adjustments", adjustments);
        facts.put("providerAdjustments", byProvider);
        facts.put("balanced", isBalanced());
        facts.put("differenceCents", difference());
        facts.put("reversals", reversals);
        facts.put("duplicateKey", check.duplicateKey());
        facts.put("method", check.method());
        facts.put("checkNumber", check.number());
        facts.put("date", check.day() == null ? null : check.day().toString());
        facts.put("payer", check.payer().name());
        facts.put("payee", check.payee().name());
        facts.put("payeeNumber", check.payee().number());
        facts.put("serviceLines", services);
        facts.put("denied", denied);
        facts.put("crossedOver", crossedOver);
        facts.put("statuses", statuses);
        facts.put("unbalancedClaims", unbalanced);
        return facts;
    }

    @Override
    public List<String> sentences() {
        var check = ended();
        List<String> sentences = new ArrayList<>();
        sentences.add(PaymentInWords.sentence(check));
        sentences.add((claims == 1 ? "1 claim: " : claims + " claims: ") + new Money(charge) + " charged, "
                + new Money(paid) + " paid, " + new Money(patient) + " for the patients to pay.");
        if (byProvider != 0) {
            sentences.add((byProvider > 0 ? "The payer kept " : "The payer added ")
                    + new Money(byProvider).toString().replace("-", "") + " beside the claims.");
        }
        sentences.add(isBalanced() ? "All of it adds up." : "It does not add up: nothing of it is posted.");
        sentences.addAll(told.all());
        return sentences;
    }

    @Override
    public List<Warning> warnings() {
        ended();
        return warnings.all();
    }

    private Payment ended() {
        if (!ended) {
            ended = true;
            reading.end();
        }
        return Objects.requireNonNull(payment);
    }

    private Map<String, @Nullable Object> claimTotals() {
        SequencedMap<String, @Nullable Object> totals = new LinkedHashMap<>();
        totals.put("charge", charge);
        totals.put("paid", paid);
        totals.put("patient", patient);
        return totals;
    }

    private boolean isBalanced() {
        var difference = difference();
        return addsUp && difference != null && difference == 0;
    }

    /** BPR02 − (ΣCLP04 − ΣPLB); null where BPR02 is no amount. */
    private @Nullable Long difference() {
        var amount = ended().amount();
        return amount == null ? null : Cents.minus(amount.cents(), Cents.minus(paid, byProvider));
    }

    private void outOfBalance(ClaimPayment claim) {
        addsUp = false;
        if (unbalanced.size() < NAMED) {
            SequencedMap<String, @Nullable Object> which = new LinkedHashMap<>();
            which.put("claimNumber", claim.claimNumber());
            which.put("differenceCents", claim.differenceCents());
            which.put("services", services(claim));
            unbalanced.add(which);
        }
    }

    /** The services of a claim that do not add up by themselves; it may add up though they do not. */
    private static List<Map<String, @Nullable Object>> services(ClaimPayment claim) {
        List<Map<String, @Nullable Object>> services = new ArrayList<>();
        for (int at = 0; at < claim.services().size() && services.size() < NAMED; at++) {
            var service = claim.services().get(at);
            if (service.differenceCents() != 0) {
                SequencedMap<String, @Nullable Object> which = new LinkedHashMap<>();
                which.put("service", at + 1);
                which.put("code", service.code());
                which.put("differenceCents", service.differenceCents());
                services.add(which);
            }
        }
        return services;
    }

    private void unreadable(String what, String element) {
        addsUp = false;
        warnings.add(new Warning("no-amount", what + " has no amount in " + element + "."));
    }

    private static long cents(@Nullable Money amount) {
        return amount == null ? 0 : amount.cents();
    }
}
