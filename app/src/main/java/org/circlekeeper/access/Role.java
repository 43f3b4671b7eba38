package org.circlekeeper.access;

/** A hat that a person wears in a practice. */
public enum Role {
    OWNER("owner"),
    THERAPIST("therapist"),
    BILLER("biller"),
    COORDINATOR("virtual assistant"),
    COMPLIANCE("compliance");

    private final String onScreen;

    Role(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
