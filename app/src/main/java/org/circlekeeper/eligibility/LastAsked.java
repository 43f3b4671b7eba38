package org.circlekeeper.eligibility;

import java.time.LocalDate;

/**
 * What became of the last question about an insurance.
 *
 * @param said why it came to nothing; empty otherwise
 * @param movedOn the day, where the practice is, on which it came to stand so
 * @param notBefore the day from which on the payer lets it be asked again
 * @param asOfToday whether it was about the day it left, because the payer says nothing of days to come
 * @param inVain how many questions came to nothing since anything was last known
 */
record LastAsked(
        QuestionStatus status, String said, LocalDate movedOn, LocalDate notBefore, boolean asOfToday, int inVain) {

    /** So often a file asks in vain; whoever wants to know after that rings. */
    static final int MOST_IN_VAIN = 2;

    private boolean cameToNothing() {
        return status == QuestionStatus.REJECTED && !said.isEmpty();
    }

    /** Whether files have asked as often as they do. */
    boolean isGivenUp() {
        return cameToNothing() && inVain >= MOST_IN_VAIN;
    }

    /** Whether it came to nothing, and nobody asks again on that day. */
    boolean isInVainOn(LocalDate today) {
        return cameToNothing() && (movedOn.equals(today) || notBefore.isAfter(today));
    }

    /** Whether the payer answered, about the day on which it was asked and none to come. */
    boolean isOfItsDayAlone() {
        return status == QuestionStatus.ANSWERED && asOfToday;
    }
}
