package org.circlekeeper.waitlist;

import java.time.Instant;
import java.util.UUID;

/** What screening found for one criterion. */
public record Answer(UUID criterion, Found found, String words, String by, Instant at) {

    /** Whether what the criterion says is so. */
    public enum Found {
        MET("yes"),
        NOT_MET("no"),
        UNKNOWN("not known");

        private final String onScreen;

        Found(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }
}
