package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;

/** What authorizations are used up by. Whoever keeps attendance declares the bean; coverage asks it. */
public interface UnitsUsed {

    /**
     * A seat in a session of which nobody has said yet whether the member came.
     *
     * @param begun whether the session has begun: then nothing is kept for it any more, it waits for its sheet
     */
    record Seat(UUID session, PatientId patient, ProcedureCode code, LocalDate day, boolean begun) {}

    /** How often somebody came to sessions of those days that took place, and how often they did not. */
    record Attended(int came, int missed) {}

    /**
     * How often they came, of the sessions of that service about which somebody said so and for which this payer pays
     * first. Nothing of anybody else, of other groups or of days that others pay: the payer is told no more than what
     * it is asked for takes (45 CFR 164.502(b)).
     */
    Attended attended(PatientId patient, UUID payer, ProcedureCode code, DateRange days);

    /** How many units of each authorization of these members are taken by visits; one that is not in it by none. */
    Map<UUID, Integer> used(Collection<PatientId> patients);

    /** Their seats of these days about which nobody has said anything, in the order of time; one question. */
    List<Seat> expected(Collection<PatientId> patients, LocalDate from, LocalDate through);

    /**
     * Decides again which visits of these members have which unit, and writes it down: after somebody came or did not,
     * and after an authorization or an insurance has changed. Nobody else decides at the same moment.
     */
    void settle(Collection<PatientId> patients, Actor actor);

    /** Does this, and decides about all whom it touches once, when it is done: an import touches many, many times. */
    <T> T together(Actor actor, Supplier<T> work);

    /**
     * Leaves the earliest visits their units, as many as there are to be, and takes the others'. Whoever lowers the
     * units of an authorization calls this first, and {@link #settle} afterwards.
     */
    void narrow(UUID authorization, int units);
}
