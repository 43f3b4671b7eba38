package org.circlekeeper.intake;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;

/** Who else is told that papers of a member wait: asked of whoever knows who signs for them. */
public interface AlsoTold {

    /**
     * Tells them, neutrally like everything that is written outside.
     *
     * @param by who brought it about, and needs no word of it
     */
    void waits(PatientId member, Actor by);

    /** Whether there is anybody whom it tells for this member. */
    boolean reaches(PatientId member);
}
