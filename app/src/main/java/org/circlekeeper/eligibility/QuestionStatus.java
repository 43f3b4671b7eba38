package org.circlekeeper.eligibility;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a question to a payer stands. The arrows are here and nowhere else; docs/states/eligibility-question.mmd is
 * drawn from them. An answer may come at any time, even once nobody waits for it any more.
 */
public enum QuestionStatus {
    /** It waits for its file: for the payer's pace, or until it may be asked once more. */
    QUEUED("waits to be asked"),
    /** It stands in a file that has not left. */
    WRITTEN("about to leave"),
    SENT("asked"),
    ANSWERED("answered"),
    /** The payer does not answer it, or nobody could ask. */
    REJECTED("not answered"),
    /** It is not asked any more, and nobody waits for an answer. */
    WITHDRAWN("taken back");

    private final String onScreen;

    QuestionStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    public Set<QuestionStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(WRITTEN, ANSWERED, REJECTED, WITHDRAWN);
            case WRITTEN -> EnumSet.of(SENT, QUEUED, ANSWERED, REJECTED, WITHDRAWN);
            case SENT -> EnumSet.of(QUEUED, ANSWERED, REJECTED, WITHDRAWN);
            case REJECTED, WITHDRAWN -> EnumSet.of(ANSWERED);
            case ANSWERED -> EnumSet.noneOf(QuestionStatus.class);
        };
    }

    /** Whether an answer is still waited for. */
    public boolean isOpen() {
        return this == QUEUED || this == WRITTEN || this == SENT;
    }
}
