package org.circlekeeper.eligibility;

/** By which way a payer said it. */
public enum How {
    X271("electronic answer (271)"),
    PORTAL("the payer's portal"),
    PHONE("a phone call"),
    IN_PERSON("in person");

    private final String onScreen;

    How(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** Whether a person heard it and wrote it down. */
    public boolean byHand() {
        return this != X271;
    }
}
