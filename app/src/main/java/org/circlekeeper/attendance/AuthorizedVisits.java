package org.circlekeeper.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.Allotment;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/**
 * Units of authorizations are taken by presence and given back by absence. One transaction at a time decides for a
 * practice, and the table has no two visits in one place: the last unit goes to one. What is kept from the plan takes
 * none and is told nowhere.
 */
@Component
class AuthorizedVisits implements UnitsUsed {

    /** So many members' visits are read at once. */
    private static final int AT_ONCE = 200;

    private final ScopedValue<Set<PatientId>> touched = ScopedValue.newInstance();
    private final AuthorizedVisitStore store;
    private final KeptFromPlans kept;
    private final AuditTrail audit;
    private final Clock clock;

    AuthorizedVisits(AuthorizedVisitStore store, KeptFromPlans kept, AuditTrail audit, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Integer> used(Collection<PatientId> patients) {
        return store.used(ids(patients));
    }

    @Override
    public List<Seat> expected(Collection<PatientId> patients, LocalDate from, LocalDate through) {
        var secret = kept.sessions(patients);
        return store.expected(ids(patients), from, through, clock.instant()).stream()
                .filter(seat -> !secret.getOrDefault(seat.patient(), Set.of()).contains(seat.session()))
                .toList();
    }

    @Override
    public Attended attended(PatientId patient, UUID payer, ProcedureCode code, DateRange days) {
        var secret = kept.sessions(List.of(patient)).getOrDefault(patient, Set.of());
        return store.attended(patient, payer, code, days, secret.toArray(UUID[]::new));
    }

    /**
     * What another transaction has written is seen only once it is over, so the trail is held before anything is read.
     */
    @Override
    public void settle(Collection<PatientId> patients, Actor actor) {
        if (touched.isBound()) {
            touched.get().addAll(patients);
            return;
        }
        audit.hold();
        var ids = ids(patients);
        var authorizations = store.authorizations(ids);
        var held = store.held(ids);
        if (authorizations.isEmpty() && held.isEmpty()) {
            return;
        }
        var due = Allotment.of(authorizations, store.came(ids, kept(patients)));
        var released = held.keySet().stream()
                .filter(visit -> !Objects.equals(held.get(visit), due.get(visit)))
                .toList();
        store.release(released);
        var taken = due.keySet().stream()
                .filter(visit -> !Objects.equals(held.get(visit), due.get(visit)))
                .filter(visit -> store.take(visit, Objects.requireNonNull(due.get(visit)), clock.instant()))
                .toList();
        if (!released.isEmpty() || !taken.isEmpty()) {
            audit.did(
                    actor,
                    "counted visits against authorizations",
                    Words.count(taken.size(), "unit", "units") + " taken, " + released.size() + " given back",
                    List.of(ids),
                    "who came takes a unit, who did not gives it back");
        }
    }

    @Override
    public <T> T together(Actor actor, Supplier<T> work) {
        var members = new LinkedHashSet<PatientId>();
        var done = ScopedValue.where(touched, members).call(work::get);
        var all = List.copyOf(members);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            settle(all.subList(from, Math.min(all.size(), from + AT_ONCE)), actor);
        }
        return done;
    }

    @Override
    public void narrow(UUID authorization, int units) {
        audit.hold();
        store.narrow(authorization, units);
    }

    private AuthorizedVisitStore.Kept kept(Collection<PatientId> patients) {
        var whose = new ArrayList<UUID>();
        var which = new ArrayList<UUID>();
        kept.sessions(patients)
                .forEach((patient, sessions) -> sessions.forEach(session -> {
                    whose.add(patient.value());
                    which.add(session);
                }));
        return new AuthorizedVisitStore.Kept(whose.toArray(UUID[]::new), which.toArray(UUID[]::new));
    }

    private static UUID[] ids(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
    }
}
