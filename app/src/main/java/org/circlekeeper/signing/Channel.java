package org.circlekeeper.signing;

/** By which way a signer got their copy (45 CFR 164.508(c)(4)). */
public enum Channel {
    PORTAL("opened it on their own pages"),
    PRINTED("took it along on paper"),
    POST("had it sent by post");

    private final String onScreen;

    Channel(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
