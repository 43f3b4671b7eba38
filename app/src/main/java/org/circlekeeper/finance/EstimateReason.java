package org.circlekeeper.finance;

/** Why an estimate is written. */
public enum EstimateReason {
    SCHEDULED("Sessions were scheduled"),
    ASKED("They asked"),
    CHANGED("Something changed"),
    RENEWED("The last one runs out"),
    /** Nothing asks for it: the practice gives one all the same. */
    OFFERED("Offered");

    private final String onScreen;

    EstimateReason(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
