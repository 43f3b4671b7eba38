package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.payers.Program;
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
     * @param programs of the insurances in force; none when there is none
     * @param endedOn the last day of the insurance that ended last; null when there was none
     * @param keepsFromPlan whether they asked that their plan is not told
     * @param claim what they last said of claims; null while they said nothing
     * @param talks of them, the latest first
     */
    public record Known(
            List<Program> programs,
            @Nullable LocalDate endedOn,
            boolean keepsFromPlan,
            @Nullable Claim claim,
            List<Talk> talks) {

        public Known {
            programs = List.copyOf(programs);
            talks = List.copyOf(talks);
        }
    }

    /** Whether somebody wants a claim to be filed, as they said on a day. */
    public record Claim(LocalDate on, boolean wanted) {}

    /** Empty when a plan is to be billed, or one of a federal program is in force: the rule does not reach those. */
    public static Optional<SelfPay> of(Known known) {
        if (known.programs().isEmpty()) {
            var ended = known.endedOn();
            return Optional.of(
                    ended == null
                            ? new SelfPay(LocalDate.MIN, "No insurance is on file.")
                            : new SelfPay(ended.plusDays(1), "No insurance is on file any more."));
        }
        if (known.programs().stream().anyMatch(SelfPay::isFederal)) {
            return Optional.empty();
        }
        if (known.keepsFromPlan()) {
            return Optional.of(new SelfPay(LocalDate.MIN, "They keep sessions from their plan."));
        }
        var claim = known.claim();
        var agreed = agreed(known.talks());
        if (claim != null
                && !claim.wanted()
                && agreed.filter(talk -> talk.said().on().isAfter(claim.on())).isEmpty()) {
            return Optional.of(new SelfPay(claim.on(), "They want no claim to be filed with their plan."));
        }
        return agreed.filter(talk -> claim == null || !talk.said().on().isBefore(claim.on()))
                .filter(talk -> pays(talk.said().outcome()))
                .map(talk -> new SelfPay(talk.said().on(), "It was agreed that they pay themselves."));
    }

    /** The last talk that settled how visits are paid for. */
    private static Optional<Talk> agreed(List<Talk> talks) {
        return talks.stream()
                .filter(talk -> talk.said().outcome().isAboutPaying())
                .findFirst();
    }

    private static boolean pays(Outcome outcome) {
        return outcome == Outcome.FULL_FEE || outcome == Outcome.SLIDING_FEE;
    }

    private static boolean isFederal(Program program) {
        return switch (program) {
            case MEDICARE, MEDICARE_ADVANTAGE, MEDICAID, TRICARE, VA, OTHER_FEDERAL -> true;
            case COMMERCIAL, OTHER -> false;
        };
    }
}
