package org.circlekeeper.scheduling;

/** What somebody is there for, in one session. Whoever is leading, or is the substitute for it, renders the service. */
public enum Part {
    LEADING("leading"),
    SUBSTITUTE("substitute"),
    CO_LEADING("co-leading"),
    TRAINEE("trainee"),
    SUPERVISOR("supervisor");

    private final String onScreen;

    Part(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
