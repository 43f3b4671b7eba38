package org.circlekeeper.waitlist;

/** What a therapist says after screening, in one tap. */
public enum FitDecision {
    FIT("Fits", WaitStatus.WAITING),
    OTHER_GROUP("Another group", WaitStatus.NOT_FIT),
    NOT_NOW("Not now", WaitStatus.DEFERRED),
    /** Decides nothing yet: the office speaks with the therapist first. */
    TALK("Talk to me", null);

    private final String onScreen;
    private final @org.jspecify.annotations.Nullable WaitStatus leadsTo;

    FitDecision(String onScreen, @org.jspecify.annotations.Nullable WaitStatus leadsTo) {
        this.onScreen = onScreen;
        this.leadsTo = leadsTo;
    }

    public String onScreen() {
        return onScreen;
    }

    /** Null when the entry stays where it is. */
    @org.jspecify.annotations.Nullable
    WaitStatus leadsTo() {
        return leadsTo;
    }
}
