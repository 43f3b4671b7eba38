package org.circlekeeper.signing;

/** In which way a paper was signed. The one is never shown as the other (I17). */
public enum Medium {
    ELECTRONIC("signed electronically"),
    PAPER("on paper");

    private final String onScreen;

    Medium(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
