package org.circlekeeper.assistant;

import org.circlekeeper.terms.PracticeId;

/** Told when a round has ended, so that what waits for sending goes now. */
public interface AfterRound {

    void afterRound(PracticeId practice);
}
