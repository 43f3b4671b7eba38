package org.circlekeeper.waitlist;

import org.jspecify.annotations.Nullable;

/** What a therapist says after screening, in one tap. */
public enum FitDecision {
    FIT("Fits", WaitStatus.WAITING),
    OTHER_GROUP("Another group", WaitStatus.NOT_FIT),
    NOT_NOW("Not now", WaitStatus.DEFERRED),
    /** Decides nothing yet: the office speaks with the therapist first. */
    TALK("Talk to me", null);

    private final String onScreen;
    private final @Nullable WaitStatus leadsTo;

    FitDecision(String onScreen, @Nullable WaitStatus leadsTo) {
        this.onScreen = onScreen;
        this.leadsTo = leadsTo;
    }

    public String onScreen() {
        return onScreen;
    }

    /** Null when the entry stays where it is. */
    @Nullable
    WaitStatus leadsTo() {
        return leadsTo;
    }
}
