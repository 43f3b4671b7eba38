package org.circlekeeper.compliance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.stereotype.Component;

/** Sessions that a member paid in full and that the plan must not learn of (45 CFR 164.522(a)(1)(vi)). */
@Component
public class Restrictions {

    private final RestrictionStore store;
    private final UnitsUsed units;
    private final AuditTrail audit;
    private final Clock clock;

    Restrictions(RestrictionStore store, UnitsUsed units, AuditTrail audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps this session of this patient from the plan: it takes no unit of what the plan authorized either. */
    public void restrict(SessionId session, PatientId patient, LocalDate requestedOn, Actor actor) {
        store.add(session, patient, requestedOn, actor.label(), Timestamp.from(clock.instant()));
        units.settle(List.of(patient), actor);
        audit.did(
                actor,
                "restricted a disclosure",
                "session " + session,
                List.of(patient.value()),
                "45 CFR 164.522(a)(1)(vi)");
    }

    /** Takes back restrictions that an import brought with these sessions. */
    public void takeBack(Collection<SessionId> sessions) {
        store.remove(sessions);
    }
}
