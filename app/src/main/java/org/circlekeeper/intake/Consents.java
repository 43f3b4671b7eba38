package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Consents of the practice in scope. Today: the one that 42 CFR 2.31 asks for before a payer is told. */
@Component
public class Consents {

    private final ConsentStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(ConsentStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A consent to disclose Part 2 records for payment, kept as the paper or file that {@code keptIn} names. */
    public record Part2Consent(
            UUID id,
            PatientId patient,
            LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate revokedOn,
            String keptIn) {

        /** Whether a service of that day may be disclosed today. */
        public boolean covers(LocalDate today) {
            return !signedOn.isAfter(today)
                    && (expiresOn == null || !expiresOn.isBefore(today))
                    && (revokedOn == null || revokedOn.isAfter(today));
        }
    }

    public List<Part2Consent> part2(PatientId patient) {
        return store.part2(patient);
    }

    public UUID recordPart2(
            PatientId patient, LocalDate signedOn, @Nullable LocalDate expiresOn, String keptIn, Actor actor) {
        var id = NewId.at(clock.instant());
        store.add(new Part2Consent(id, patient, signedOn, expiresOn, null, keptIn), actor.label(), clock.instant());
        audit.did(actor, "recorded a consent", "patient " + patient, List.of(patient.value()), "42 CFR 2.31");
        return id;
    }

    public void revokePart2(UUID id, LocalDate on, Actor actor) {
        store.revoke(id, on);
        audit.did(actor, "revoked a consent", "consent " + id, "42 CFR 2.31(a)(6)");
    }

    /** Takes back consents that an import added. */
    public void takeBack(Collection<UUID> ids) {
        store.remove(ids);
    }
}
