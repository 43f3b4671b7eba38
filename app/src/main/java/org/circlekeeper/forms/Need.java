package org.circlekeeper.forms;

/** How much a paper is needed. */
public enum Need {
    /** The packet is whole only when it is done. */
    REQUIRED("required"),
    /** It may be declined, and declining with a reason completes it. */
    OFFERED("offered");

    private final String onScreen;

    Need(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
