package org.circlekeeper.x12;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Looks at the claims of an 837P for what bounces although each segment is well formed. */
final class ClaimsCheck implements ContentCheck {

    private static final Set<String> ENDS_CLAIM = Set.of("CLM", "HL");
    private static final Set<String> OF_AN_EARLIER_CLAIM = Set.of("7", "8");

    /** So many claim numbers of one set are remembered to see one that comes again. */
    private static final int MOST_NUMBERS = 100_000;

    private final Consumer<Flaw> found;
    private final ClaimUnderReading reading = new ClaimUnderReading();
    private final Set<String> numbers = new HashSet<>();
    private long clm;

    ClaimsCheck(Consumer<Flaw> found) {
        this.found = found;
    }

    @Override
    public void see(Segment segment, long number) {
        if (ENDS_CLAIM.contains(segment.id())) {
            check(reading.finish());
        }
        reading.see(segment);
        clm = segment.is("CLM") ? number : clm;
    }

    @Override
    public void end(long number) {
        check(reading.finish());
    }

    private void check(@Nullable ReadClaim claim) {
        if (claim == null) {
            return;
        }
        addsUp(claim);
        if (numbers.size() < MOST_NUMBERS && !numbers.add(claim.claimNumber())) {
            flaw(1, "repeated-claim", "CLM01 came before in this set: " + claim.claimNumber() + ".");
        }
        if (OF_AN_EARLIER_CLAIM.contains(claim.frequency())
                && claim.payerClaimNumber().isEmpty()) {
            flaw(5, "missing-segment", "CLM05-3 replaces or cancels a claim, but REF*F8 does not say which.");
        }
        for (var line : claim.lines()) {
            line.diagnosisPointers().stream()
                    .filter(pointer -> !pointer.isEmpty()
                            && !pointsTo(pointer, claim.diagnoses().size()))
                    .forEach(pointer -> flaw(
                            0, "bad-pointer", "A service points to a diagnosis that is not there: " + pointer + "."));
        }
    }

    private void addsUp(ReadClaim claim) {
        var charge = claim.charge();
        long sum = 0;
        for (var line : claim.lines()) {
            if (line.charge() == null) {
                return;
            }
            sum = Cents.plus(sum, line.charge().cents());
        }
        if (charge != null && !claim.lines().isEmpty() && charge.cents() != sum) {
            flaw(2, "unbalanced-claim", "CLM02 is " + charge + ", but the services come to " + new Money(sum) + ".");
        }
    }

    private static boolean pointsTo(String pointer, int diagnoses) {
        long number = ReadValues.count(pointer);
        return number >= 1 && number <= diagnoses;
    }

    private void flaw(int element, String code, String sentence) {
        found.accept(new Flaw(clm, "CLM", element, code, sentence));
    }
}
