package org.circlekeeper.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says of one person's group therapy (90853), flat. Null is what it does not say, or says in two ways.
 * Refuses a yes without an active plan: unknown is never covered.
 *
 * @param copay of a visit
 * @param coinsurancePercent the member's share of what the plan allows, from 0 to 100
 * @param deductibleLeft of the person
 * @param visitsTotal how many the plan pays for in its year
 * @param network Y inside, N outside, W either, U unknown (005010X279A1 EB12); empty when not told
 * @param carveOut who administers mental health in the payer's place; null when it does itself
 * @param planEnds the last day of the plan
 * @param resetsOn the day on which visits and deductible begin anew
 * @param rejection AAA03 and AAA04 as in {@code 72 C}; empty unless the question was refused
 */
public record Benefits(
        EligibilityStatus status,
        Covered covered,
        @Nullable Money copay,
        @Nullable BigDecimal coinsurancePercent,
        @Nullable Money deductibleLeft,
        @Nullable Integer visitsTotal,
        @Nullable Integer visitsLeft,
        AuthorizationNeed authorization,
        String network,
        @Nullable CarveOut carveOut,
        @Nullable LocalDate planBegins,
        @Nullable LocalDate planEnds,
        @Nullable LocalDate resetsOn,
        String rejection) {

    public Benefits {
        if (covered == Covered.YES && status != EligibilityStatus.ACTIVE) {
            throw new IllegalArgumentException("Without an active plan nothing is covered");
        }
    }

    /** Another payer that administers mental health; either part may be empty. */
    public record CarveOut(String name, String payerId) {

        public String inWords() {
            if (name.isEmpty() && payerId.isEmpty()) {
                return "another payer, which is not named";
            }
            return payerId.isEmpty() || name.isEmpty() ? name + payerId : name + ", payer id " + payerId;
        }
    }

    /** Whether this payer may be expected to pay for a visit. */
    public boolean isCovered() {
        return covered == Covered.YES && carveOut == null && (visitsLeft == null || visitsLeft > 0);
    }

    /** Whether the payer has to be asked again by a person before a visit. */
    public boolean leavesQuestions() {
        return leavesQuestions(false);
    }

    /** @param byHand whether a person heard it, who has asked the other payer that the first one names */
    boolean leavesQuestions(boolean byHand) {
        return switch (status) {
            case ACTIVE ->
                covered == Covered.UNKNOWN
                        || covered == Covered.AMBIGUOUS
                        || carveOut != null && !byHand
                        || covered == Covered.YES && authorization == AuthorizationNeed.ASK;
            case REJECTED, UNKNOWN -> true;
            case INACTIVE -> covered == Covered.AMBIGUOUS;
        };
    }
}
