package org.circlekeeper.patients;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a patient wants to be written to.
 *
 * @param confidential where they asked to be written to instead; null when they asked for nothing
 * @param word the last thing they said about e-mail; null when nobody asked them
 * @param returned addresses from which mail came back
 */
public record Reach(
        @Nullable Confidential confidential, @Nullable Word word, Set<String> returned) {

    /** Nobody said anything. */
    public static final Reach UNKNOWN = new Reach(null, null, Set.of());

    /** Which wording of the warning is shown today. */
    public static final int WORDING = 1;

    /** A paper they signed has the warning in it, in its own words. */
    public static final int IN_PAPER = 0;

    /** The warning, as whoever records an answer reads it out (78 FR 5634: told of the risk, and still wanting it). */
    public static final String WARNING =
            "E-mail is not sealed: others may be able to read it on its way or where it arrives. We would write only "
                    + "that there is a message, never what it says. You may take this back at any time. May we?";

    public Reach {
        returned = Set.copyOf(returned);
    }

    /** By which means they are written to (45 CFR 164.522(b)). */
    public enum Means {
        EMAIL,
        /** Nowhere outside: only in the inbox kept here. */
        INBOX
    }

    /**
     * A request for confidential communication.
     *
     * @param email empty when they want to be written to nowhere
     * @param asked in which words a paper they signed names another way or place; empty when none does
     * @param read whether somebody of the practice has read those words
     */
    public record Confidential(
            Means means, String email, String asked, boolean read, String recordedBy, Instant recordedAt) {

        public Confidential(Means means, String email, String recordedBy, Instant recordedAt) {
            this(means, email, "", true, recordedBy, recordedAt);
        }
    }

    /** Whether they agreed to e-mail at an address, having been told the warning in that wording. */
    public record Word(boolean agrees, String email, int wording, String recordedBy, Instant recordedAt) {}
}
