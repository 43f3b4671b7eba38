package org.circlekeeper.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One row of the audit trail. {@code kind} is shown, did or refused. */
public record AuditEntry(
        long seq,
        Instant at,
        String actorKind,
        String actorId,
        String actorLabel,
        String hat,
        String kind,
        String what,
        String subject,
        List<UUID> patients,
        String why) {

    public AuditEntry {
        patients = List.copyOf(patients);
    }
}
