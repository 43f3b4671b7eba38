package org.circlekeeper.finance;

import org.circlekeeper.terms.Finding;

/** What a gap in somebody's insurance does when they are to be seated: the practice's own rule. */
public enum SeatRule {
    TOLD("It is told, and stops nothing", Finding.Weight.WARNS),
    HOLDS("It holds until somebody talked with them about money, or gives a reason", Finding.Weight.HOLDS);

    /** Until a practice says otherwise. */
    public static final SeatRule USUAL = TOLD;

    private final String onScreen;
    private final Finding.Weight weight;

    SeatRule(String onScreen, Finding.Weight weight) {
        this.onScreen = onScreen;
        this.weight = weight;
    }

    public String onScreen() {
        return onScreen;
    }

    Finding.Weight weight() {
        return weight;
    }
}
