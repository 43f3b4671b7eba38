package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says about one claim (TR3 005010X221A1, 2100). Amounts are null where the file has something else.
 *
 * @param claimNumber CLP01: our CLM01
 * @param status CLP02: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19 to 21 the same and forwarded, 22 reversal
 * @param patientOwes CLP05; nothing where it is left out
 * @param payerClaimNumber CLP07
 * @param memberId NM109 of the patient, or of the insured
 * @param correctedMemberId NM1*74: what the payer has on file instead
 * @param forwardedTo NM1*TT: the payer to whom the claim was crossed over
 * @param remarks MOA and MIA
 */
public record ClaimPayment(
        String claimNumber,
        String status,
        @Nullable Money charge,
        @Nullable Money paid,
        @Nullable Money patientOwes,
        String filingCode,
        String payerClaimNumber,
        ReadClaim.ReadPerson patient,
        String memberId,
        String correctedMemberId,
        String forwardedTo,
        List<Adjustment> adjustments,
        List<String> remarks,
        List<PaidLine> services) {

    private static final Set<String> FORWARDED = Set.of("19", "20", "21");

    /** Undoes an earlier payment; the corrected claim usually follows. */
    public boolean isReversal() {
        return status.equals("22");
    }

    public boolean isDenied() {
        return status.equals("4");
    }

    /** The payer has sent the claim on by itself: no second claim is sent for it. */
    public boolean isCrossedOver() {
        return FORWARDED.contains(status);
    }

    /** Those of the claim itself and those of its services. */
    public Stream<Adjustment> allAdjustments() {
        return Stream.concat(
                adjustments.stream(), services.stream().flatMap(service -> service.adjustments().stream()));
    }

    /** CLP03 − CLP04 − ΣCAS of claim and services, in cents; nothing when the claim adds up (TR3 1.10.2.1.2). */
    public long differenceCents() {
        return difference(charge, paid, allAdjustments().toList());
    }

    /** Whether the claim and each of its services add up, and every amount is one. */
    public boolean isBalanced() {
        return unreadable().isEmpty()
                && differenceCents() == 0
                && services.stream().allMatch(service -> service.differenceCents() == 0);
    }

    /** Which amounts of the claim are none, by element. */
    public List<String> unreadable() {
        List<String> unreadable = new ArrayList<>();
        unless(charge, "CLP03", unreadable);
        unless(paid, "CLP04", unreadable);
        unless(patientOwes, "CLP05", unreadable);
        for (var service : services) {
            unless(service.charge(), "SVC02", unreadable);
            unless(service.paid(), "SVC03", unreadable);
        }
        allAdjustments().forEach(adjustment -> unless(adjustment.amount(), "CAS " + adjustment.reason(), unreadable));
        return unreadable;
    }

    static long difference(@Nullable Money charge, @Nullable Money paid, List<Adjustment> adjustments) {
        long difference = Cents.minus(charge == null ? 0 : charge.cents(), paid == null ? 0 : paid.cents());
        for (var adjustment : adjustments) {
            difference = Cents.minus(difference, adjustment.cents());
        }
        return difference;
    }

    private static void unless(@Nullable Money amount, String element, List<String> unreadable) {
        if (amount == null) {
            unreadable.add(element);
        }
    }
}
