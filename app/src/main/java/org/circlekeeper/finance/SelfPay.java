package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody pays for visits themselves, so that good-faith estimates are owed to them: they have no insurance, or
 * do not want a claim to be filed with it (45 CFR 149.610(a)(2)(xii), (xiii)). Pure.
 *
 * @param since the first day on which it was so, as far as anybody knows
 * @param because the sentence that says so
 */
public record SelfPay(LocalDate since, String because) {

    /**
     * What is known of somebody.
     *
     * @param day for which it is asked: what was said or agreed later has no say in it
     * @param insured the insurances in force on that day; none when there is none
     * @param endedOn the last day of the insurance that ended last before it; null when there was none
     * @param keptSince the day on which they asked to keep the sessions from their plan that it is about; null when it
     *     is about others
     * @param claims what they said of claims, the latest first
     * @param agreements what they agreed on
     */
    record Known(
            LocalDate day,
            List<InForce> insured,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate keptSince,
            List<Claim> claims,
            Agreements agreements) {

        Known {
            insured = List.copyOf(insured);
            claims = List.copyOf(claims);
        }

        private @Nullable Claim claim() {
            return claims.stream()
                    .filter(claim -> !claim.on().isAfter(day))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Whether somebody wants a claim to be filed, as they said on a day. */
    public record Claim(LocalDate on, boolean wanted) {}

    /** Empty when a plan is to be billed, or one of a federal program is in force: the rule does not reach those. */
    static Optional<SelfPay> of(Known known) {
        if (known.insured().isEmpty()) {
            var ended = known.endedOn();
            return Optional.of(
                    ended == null
                            ? new SelfPay(LocalDate.MIN, "No insurance is on file.")
                            : new SelfPay(ended.plusDays(1), "No insurance is on file any more."));
        }
        if (InForce.isFederal(known.insured())) {
            return Optional.empty();
        }
        var kept = known.keptSince();
        if (kept != null) {
            return Optional.of(new SelfPay(kept, "They keep sessions from their plan."));
        }
        var claim = known.claim();
        var agreed = known.agreements().on(known.day(), known.insured());
        if (claim != null
                && !claim.wanted()
                && agreed.filter(talk -> talk.said().on().isAfter(claim.on())).isEmpty()) {
            return Optional.of(new SelfPay(claim.on(), "They want no claim to be filed with their plan."));
        }
        return agreed.filter(talk -> claim == null || !talk.said().on().isBefore(claim.on()))
                .filter(talk -> pays(talk.said().outcome()))
                .map(talk -> new SelfPay(talk.said().on(), "It was agreed that they pay themselves."));
    }

    private static boolean pays(Outcome outcome) {
        return outcome == Outcome.FULL_FEE || outcome == Outcome.SLIDING_FEE;
    }
}
