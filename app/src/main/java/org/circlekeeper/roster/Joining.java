package org.circlekeeper.roster;

/** When somebody may begin in a group of a type. */
public enum Joining {
    OPEN("any session with a free seat"),
    /** One window: whoever is in when it shuts stays to the end together. */
    COHORT("only until the cohort closes"),
    /** A window before each module, as DBT groups have it. */
    WINDOWS("only between modules"),
    /** For one session at a time. */
    DROP_IN("one session at a time");

    private final String onScreen;

    Joining(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    boolean needsWindow() {
        return this == COHORT || this == WINDOWS;
    }
}
