package org.circlekeeper.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * Whether a payer is to be asked about somebody now, with the reason in a sentence.
 *
 * @param withheld why no payer may be asked at all; null when one may
 */
public record Verdict(Kind kind, String because, AskingCheck.@Nullable Reason withheld) {

    public Verdict(Kind kind, String because) {
        this(kind, because, null);
    }

    /** One about whom no payer may be asked. */
    public static Verdict withheld(AskingCheck.Reason why) {
        return new Verdict(Kind.NOT_ASKED, why.sentence(), why);
    }

    /** What follows from it. */
    public enum Kind {
        /** The payer is asked by file, by a press or by the assistant. */
        DUE("Due"),
        /** The same, but a named person inside the United States presses. */
        DUE_BY_PERSON("Due, by a person"),
        /** A file cannot ask: somebody looks in the payer's portal, or rings. */
        BY_HAND("By hand"),
        /** No answer could be had, and the payer is asked again on a later day; whoever cannot wait rings. */
        LATER("Again later"),
        /** Files asked in vain more than once: somebody rings, or looks in the payer's portal. */
        IN_VAIN("No answer"),
        /** Something on file has to be corrected before anybody asks again. */
        CORRECT("Correct it"),
        UNDER_WAY("Asked"),
        FINE("Verified"),
        /** The payer answered, and is not expected to pay: somebody speaks with the member before the session. */
        GAP("Not covered"),
        /** Nobody asks. */
        NOT_ASKED("Not asked");

        private final String onScreen;

        Kind(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        /** Whether a file of questions may name them. */
        public boolean isDue() {
            return this == DUE || this == DUE_BY_PERSON;
        }

        /** Whether somebody has still something to do. */
        public boolean isOpen() {
            return this != FINE && this != NOT_ASKED && this != UNDER_WAY;
        }
    }
}
