package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.circlekeeper.x12.ProfessionalClaim;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each claim under filing whether it is still right, and fills in its form. What comes first in the batch
 * comes first out of here, though several are decided at once while the next are read.
 */
record Deciding(BillingRules rules, LocalDate today, Set<UUID> withheld) {

    private static final int TOGETHER = 250;
    private static final int AT_ONCE = 2;

    Deciding {
        withheld = Set.copyOf(withheld);
    }

    /** A claim, and what is written of it; null when it stays behind. */
    record Decided(ClaimId claim, @Nullable ProfessionalClaim form) {}

    Stream<Decided> each(Stream<Visit> visits) {
        return visits.gather(Gatherers.windowFixed(TOGETHER))
                .gather(Gatherers.mapConcurrent(AT_ONCE, this::decided))
                .flatMap(List::stream);
    }

    private List<Decided> decided(List<Visit> visits) {
        return visits.stream().map(this::decided).toList();
    }

    /** Readiness is asked once more; what the claim says is what its visit says now, or it does not go. */
    private Decided decided(Visit visit) {
        var standing = Objects.requireNonNull(visit.claim(), "A visit of a batch has a claim");
        var insurance = visit.insurance();
        if (insurance == null || withheld.contains(visit.encounter())) {
            return new Decided(standing.id(), null);
        }
        var findings = BillingReadiness.assess(visit, rules, today);
        var billed = Billed.of(visit, rules);
        boolean right = BillingReadiness.holds(visit, findings).isEmpty()
                && Outcome.digest(ClaimStatus.READY, billed, findings).equals(standing.digest());
        return new Decided(
                standing.id(), right ? ClaimForm.fill(standing.number(), visit, insurance, billed, rules) : null);
    }
}
