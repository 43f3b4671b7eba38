package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.frame.Words;

/**
 * Whether files of a kind may be exchanged with a payer.
 *
 * @param onDay the day that the state is about: asked for on it, stands from it, refused on it, ended with it
 * @param clearinghouse through whom, empty when directly
 */
public record FileEnrolment(
        UUID payer, Kind kind, State state, LocalDate onDay, String clearinghouse, String source, String recordedBy) {

    /** The files for which clearinghouses ask a practice to enrol. */
    public enum Kind {
        CLAIMS("837", "Claims (837)"),
        REMITTANCES("835", "Remittances (835)"),
        BENEFITS("270", "Questions about benefits (270)");

        private final String code;
        private final String onScreen;

        Kind(String code, String onScreen) {
            this.code = code;
            this.onScreen = onScreen;
        }

        public String code() {
            return code;
        }

        public String onScreen() {
            return onScreen;
        }

        /** By the number of the transaction. */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No enrolment is about " + code);
        }
    }

    /** How it stands. */
    public enum State {
        ASKED_FOR("asked for on"),
        STANDS("stands from"),
        REFUSED("refused on"),
        ENDED("ended with");

        private final String onScreen;

        State(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /** Whether files go through on a day. */
    public boolean standsOn(LocalDate day) {
        return switch (state) {
            case STANDS -> !day.isBefore(onDay);
            case ENDED -> !day.isAfter(onDay);
            case ASKED_FOR, REFUSED -> false;
        };
    }

    /** {@code stands from Mon 2 Nov 2026, through Waystar}. */
    public String inWords() {
        return state.onScreen() + " " + Words.day(onDay)
                + (clearinghouse.isEmpty() ? "" : ", through " + clearinghouse);
    }
}
