package org.circlekeeper.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Authorizations of the practice in scope: what is on file, what of it is used, and each change with its reason. */
@Component
public class Authorizations {

    private final AuthorizationStore store;
    private final Coverages coverages;
    private final UnitsUsed units;
    private final AuditTrail audit;
    private final Clock clock;

    Authorizations(AuthorizationStore store, Coverages coverages, UnitsUsed units, AuditTrail audit, Clock clock) {
        this.store = store;
        this.coverages = coverages;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Authorization> of(Collection<PatientId> patients) {
        return store.of(patients);
    }

    public Optional<Authorization> find(UUID id) {
        return store.find(id);
    }

    /** How many units of each are taken by visits; one that is not in it by none. */
    public Map<UUID, Integer> used(Collection<PatientId> patients) {
        return units.used(patients);
    }

    /** How those of a member stood before, the latest change first. */
    public List<AuthorizationChange> changes(PatientId patient) {
        return store.changes(patient);
    }

    /** Records one; visits that were and that it covers take their units at once. */
    public void add(Authorization authorization, Actor actor) {
        coverages.add(authorization, actor);
    }

    /**
     * Changes what an authorization says, for a reason. How it stood is kept. Visits that it no longer covers give
     * their units back, the latest first; those that it covers now take theirs.
     */
    public void change(UUID id, Authorization.Terms terms, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An authorization is changed for a reason");
        }
        audit.hold();
        var before = store.find(id).orElseThrow();
        if (before.terms().equals(terms)) {
            return;
        }
        if (terms.units() < before.units()) {
            units.narrow(id, terms.units());
        }
        store.change(id, before.with(terms).terms());
        store.keepChange(NewId.at(clock.instant()), before, reason.strip(), actor.label(), clock.instant());
        units.settle(List.of(before.patient()), actor);
        audit.did(
                actor,
                "changed an authorization",
                "authorization " + id,
                List.of(before.patient().value()),
                reason.strip());
    }

    /** Ends one after a last day, for a reason. One that has not begun by then ends on its first day. */
    public void end(UUID id, LocalDate last, String reason, Actor actor) {
        var terms = store.find(id).orElseThrow().terms();
        var first = terms.days().first();
        var days = new DateRange(first, last.isBefore(first) ? first : last);
        change(
                id,
                new Authorization.Terms(terms.number(), terms.code(), terms.units(), days, terms.planYearEnds()),
                reason,
                actor);
    }

    /**
     * Takes back one that was recorded by mistake, for a reason: it covers nothing, and its visits lose their units.
     */
    public void takeBack(UUID id, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An authorization is taken back for a reason");
        }
        audit.hold();
        var before = store.find(id).orElseThrow();
        store.takeBack(id);
        store.keepChange(NewId.at(clock.instant()), before, reason.strip(), actor.label(), clock.instant());
        units.settle(List.of(before.patient()), actor);
        audit.did(
                actor,
                "took back an authorization",
                "authorization " + id,
                List.of(before.patient().value()),
                reason.strip());
    }
}
