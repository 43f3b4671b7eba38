package org.circlekeeper.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of who is to be verified.
 *
 * @param latest what stands about the insurance; null when it was never asked about
 * @param day the day on which an answer has to hold
 * @param late whether an answer that is waited for may not come before the next session
 * @param byPerson whether a named person inside the United States alone may ask the payer
 */
public record Listed(
        Insured who, @Nullable Latest latest, Verdict verdict, LocalDate day, boolean late, boolean byPerson) {

    /** Whether their first session is this one, or a seat is kept that they said yes to. */
    public boolean starts() {
        var coming = who.coming();
        return coming == null
                ? who.standing() == Insured.Standing.ACCEPTED
                : !coming.memberSince().isBefore(coming.day().minusDays(6));
    }

    /** Whether the last answer says something new. */
    public boolean hasChanged() {
        return latest != null && !latest.difference().isEmpty();
    }

    /**
     * Whether a person has to ask what the last answer leaves open, what no file can ask, or what a file has asked and
     * may not know in time.
     */
    public boolean needsCall() {
        boolean open = latest != null
                && verdict.kind() != Verdict.Kind.NOT_ASKED
                && latest.answer().isGoodOn(day)
                && latest.answer().leavesQuestions();
        return switch (verdict.kind()) {
            case BY_HAND, LATER, IN_VAIN -> true;
            case UNDER_WAY -> open || late;
            case DUE, DUE_BY_PERSON, CORRECT, FINE, GAP, NOT_ASKED -> open;
        };
    }
}
