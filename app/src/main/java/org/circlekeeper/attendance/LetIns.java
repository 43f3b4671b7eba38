package org.circlekeeper.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.springframework.stereotype.Component;

/**
 * Members whose papers are missing: their seat is theirs, and nobody expects them. Gates act on the seat and never on
 * the record of who was there, so whoever comes all the same is recorded, with the leader's reason.
 */
@Component
public class LetIns {

    private final LetInStore store;
    private final Encounters encounters;
    private final AuditTrail audit;
    private final Clock clock;

    LetIns(LetInStore store, Encounters encounters, AuditTrail audit, Clock clock) {
        this.store = store;
        this.encounters = encounters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody with a seat whom nobody expects in a session. */
    public record NotExpected(PatientId patient, PersonName name) {}

    /** Somebody who came all the same. */
    public record LetIn(PatientId patient, String reason, String by, Instant at) {}

    /** Who of a session's group is not expected because papers are missing, and is not on its sheet; by last name. */
    public List<NotExpected> notExpected(SessionId session) {
        return store.notExpected(session);
    }

    /** Who was let in, in the order in which they were. */
    public List<LetIn> of(SessionId session) {
        return store.of(session);
    }

    /**
     * Records that somebody came whom nobody expected: they stand on the sheet as present from now on, and count.
     *
     * @return false when the sheet is closed or they are not among those who were not expected; then nothing was
     *     written
     */
    public boolean letIn(SessionId session, PatientId patient, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Whoever lets a member in says why");
        }
        encounters.hold(session);
        store.forgetUnmarked(session);
        boolean known = store.notExpected(session).stream()
                .anyMatch(one -> one.patient().equals(patient));
        if (!known || !encounters.mark(session, patient, Encounters.Mark.of(Presence.PRESENT), actor)) {
            return false;
        }
        store.add(session, patient, reason.strip(), actor.label(), clock.instant());
        audit.did(
                actor,
                "let a member in whose papers are missing",
                "session " + session,
                List.of(patient.value()),
                reason.strip());
        return true;
    }
}
