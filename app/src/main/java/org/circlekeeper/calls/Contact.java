package org.circlekeeper.calls;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: that somebody was reached or was not, and what comes next.
 *
 * @param said what was said, in the words of whoever called
 * @param nextStep what is to happen, empty when nothing is
 * @param nextDay by when
 */
public record Contact(
        Instant at,
        Channel channel,
        Outcome outcome,
        String said,
        String nextStep,
        @Nullable LocalDate nextDay,
        String by) {

    /** The line as it is read: what came of it, how, what was said, and what comes next. */
    public String says() {
        var day = nextDay == null ? "" : "on " + Words.shortDay(nextDay);
        var next = (nextStep + " " + day).strip();
        return outcome.onScreen() + " " + channel.onScreen() + (said.isEmpty() ? "" : ": " + said)
                + (next.isEmpty() ? "" : " Next: " + next + ".");
    }

    /** How somebody was reached. */
    public enum Channel {
        PHONE("by phone"),
        TEXT("by text"),
        EMAIL("by e-mail"),
        IN_PERSON("in person"),
        FORM("by the form on the web");

        private final String onScreen;

        Channel(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /** What came of it. */
    public enum Outcome {
        SPOKE("spoke with them"),
        LEFT_MESSAGE("left a message"),
        NO_ANSWER("no answer"),
        WRONG_NUMBER("wrong number");

        private final String onScreen;

        Outcome(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        public boolean reached() {
            return this == SPOKE;
        }
    }
}
