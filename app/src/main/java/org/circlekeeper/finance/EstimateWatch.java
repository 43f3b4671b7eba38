package org.circlekeeper.finance;

import org.circlekeeper.terms.Money;

/** How what was charged stands to what was estimated. Pure. */
public enum EstimateWatch {
    WITHIN("It is within what was estimated."),
    /** Something over, and less than three hundred dollars. */
    ABOVE("It is more than was estimated, and less than what may be disputed."),
    /** Three hundred dollars over: somebody looks before it is too much. This practice. */
    NEAR("From $400 on they may dispute the bill: write a new estimate before the next visit."),
    /** Four hundred dollars over or more: they may dispute the bill within 120 days (45 CFR 149.620(b), (c)). */
    OVER("They may dispute the bill within 120 days: send no bill for the rest before somebody has looked.");

    private static final Money NEAR_FROM = Money.dollars("300");
    private static final Money OVER_FROM = Money.dollars("400");

    private final String sentence;

    EstimateWatch(String sentence) {
        this.sentence = sentence;
    }

    /** What it means, with what to do. */
    public String sentence() {
        return sentence;
    }

    /** Whether somebody looks. */
    public boolean isAskedAbout() {
        return this == NEAR || this == OVER;
    }

    /**
     * Compares.
     *
     * @param charged all that was charged under the estimate
     * @param expected the estimate's total
     */
    public static EstimateWatch of(Money charged, Money expected) {
        var over = charged.minus(expected);
        if (over.compareTo(OVER_FROM) >= 0) {
            return OVER;
        }
        if (over.compareTo(NEAR_FROM) >= 0) {
            return NEAR;
        }
        return over.cents() > 0 ? ABOVE : WITHIN;
    }
}
