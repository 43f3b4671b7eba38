package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/**
 * What a plan is not to learn. Whoever knows declares the bean; it is asked before anything is counted against an
 * authorization, printed for a payer, or sent.
 */
public interface KeptFromPlans {

    /** How somebody stands whose group is under 42 CFR Part 2. */
    enum Part2 {
        /** A consent covers today: what is sent carries the notice of 42 CFR 2.32. */
        CONSENTED,
        /** None does: nothing is told. */
        NO_CONSENT
    }

    /** By member, the sessions that they paid in full and keep from their plan (45 CFR 164.522(a)(1)(vi)). */
    Map<PatientId, Set<UUID>> sessions(Collection<PatientId> members);

    /** Those of the members who sit or sat in a group under Part 2, and whether a consent covers that day. */
    Map<PatientId, Part2> part2(Collection<PatientId> members, LocalDate today);
}
