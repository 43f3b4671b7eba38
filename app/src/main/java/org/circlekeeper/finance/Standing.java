package org.circlekeeper.finance;

import java.util.Optional;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A gap, and the talk about it.
 *
 * @param line the insurance it is about, or the one that stands first
 * @param talk the last one that holds; null when there was none
 * @param starts whether no session of their seat was held before the next, a seat is kept for them, or their last
 *     insurance has just ended
 */
public record Standing(
        CoverageGap gap, Listed line, @Nullable Talk talk, boolean starts) {

    public Optional<Talk> talked() {
        return Optional.ofNullable(talk);
    }

    public boolean isSettled() {
        return talk != null && talk.said().outcome().settles() && !gap.around().toCorrect();
    }

    /** Whether it is agreed how visits are paid for, so that they may begin. */
    boolean letsBegin() {
        return isSettled() && talk != null && talk.said().outcome().letsBegin();
    }

    /**
     * Whether somebody is to talk about it now: before a first session, or when a payer has said that it does not pay.
     * What a payer has yet to be asked is asked of the payer first, and is not talked about; nor is anything while no
     * seat is theirs.
     */
    public boolean isDue() {
        if (isSettled() || line.who().standing() == Insured.Standing.WAITS) {
            return false;
        }
        return switch (gap.kind()) {
            case NOT_ACTIVE, NOT_COVERED, VISITS_USED, CARVED_OUT -> true;
            case NO_INSURANCE, KEPT_FROM_PLAN, WITHHELD, AMBIGUOUS, NOT_AUTHORIZED, OTHER_INSURANCE -> starts;
            case NOT_KNOWN ->
                starts && (gap.answered() || line.verdict().kind() == Verdict.Kind.NOT_ASKED && hasSession());
        };
    }

    /** Some payers are asked before a service alone: while no session is near, nobody has refused to ask. */
    private boolean hasSession() {
        return line.who().coming() != null;
    }
}
