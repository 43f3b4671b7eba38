package org.circlekeeper.coverage;

import static java.util.stream.Collectors.toMap;

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

    /**
     * By member, the sessions that they pay in full and keep from their plan (45 CFR 164.522(a)(1)(vi)), each with the
     * day on which they asked for it.
     */
    Map<PatientId, Map<UUID, LocalDate>> asked(Collection<PatientId> members);

    /** By member, those sessions. */
    default Map<PatientId, Set<UUID>> sessions(Collection<PatientId> members) {
        return asked(members).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, kept -> Set.copyOf(kept.getValue().keySet())));
    }

    /** A member on a day. */
    record OnDay(PatientId member, LocalDate day) {}

    /**
     * Those of them of whom no payer is told on that day: a seat of theirs is under Part 2, and no consent covers the
     * day (42 CFR 2.31).
     */
    Set<OnDay> withoutConsent(Collection<OnDay> asked);

    /** Those of the members who sit or sat in a group under Part 2, and whether a consent covers that day. */
    Map<PatientId, Part2> part2(Collection<PatientId> members, LocalDate today);
}
