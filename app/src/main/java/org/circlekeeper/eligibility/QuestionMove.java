package org.circlekeeper.eligibility;

import java.util.UUID;

/**
 * A question on its way along an arrow.
 *
 * @param why who reads it: the page of the run
 */
record QuestionMove(UUID question, QuestionStatus from, QuestionStatus to, String why) {

    QuestionMove {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("No arrow leads from " + from + " to " + to);
        }
    }
}
