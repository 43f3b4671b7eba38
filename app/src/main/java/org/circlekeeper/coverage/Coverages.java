package org.circlekeeper.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Insurance and authorizations of the practice in scope. */
@Component
public class Coverages {

    private final CoverageStore store;
    private final AuthorizationStore authorizations;
    private final UnitsUsed units;
    private final AuditTrail audit;
    private final Clock clock;

    Coverages(CoverageStore store, AuthorizationStore authorizations, UnitsUsed units, AuditTrail audit, Clock clock) {
        this.store = store;
        this.authorizations = authorizations;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    public UUID newId() {
        return NewId.at(clock.instant());
    }

    public List<Coverage> of(PatientId patient) {
        return store.of(List.of(patient));
    }

    public List<Coverage> of(Collection<PatientId> patients) {
        return store.of(patients);
    }

    public void add(Collection<Coverage> coverages, Actor actor, String why) {
        audit.hold();
        coverages.forEach(coverage -> store.add(coverage, clock.instant()));
        units.settle(coverages.stream().map(Coverage::patient).toList(), actor);
        audit.did(
                actor,
                "recorded insurance",
                "coverage",
                coverages.stream()
                        .map(coverage -> coverage.patient().value())
                        .distinct()
                        .toList(),
                why);
    }

    /** Ends insurance after its last day. */
    public void end(UUID coverage, LocalDate lastDay, Actor actor, String why) {
        audit.hold();
        var patient = store.end(coverage, lastDay);
        patient.ifPresent(whose -> units.settle(List.of(whose), actor));
        audit.did(actor, "ended insurance", "coverage " + coverage, why);
    }

    public List<Authorization> authorizations(PatientId patient) {
        return authorizations.of(List.of(patient));
    }

    public void add(Authorization authorization, Actor actor) {
        audit.hold();
        authorizations.add(authorization, actor.label(), clock.instant());
        units.settle(List.of(authorization.patient()), actor);
        audit.did(
                actor,
                "recorded an authorization",
                "authorization " + authorization.id(),
                List.of(authorization.patient().value()),
                "authorization on file");
    }

    /** Takes back what an import recorded; visits that it paid for give their units back. */
    public void takeBack(Collection<UUID> coverages, Actor actor) {
        audit.hold();
        units.settle(store.remove(coverages), actor);
    }
}
