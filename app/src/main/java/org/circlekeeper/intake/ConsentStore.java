package org.circlekeeper.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents on disk. */
@Repository
class ConsentStore {

    private final JdbcClient db;

    ConsentStore(JdbcClient db) {
        this.db = db;
    }

    List<Consents.Part2Consent> part2(PatientId patient) {
        return db.sql("""
                        select id, patient_id, signed_on, expires_on, revoked_on, revoked_by, revoked_why, kept_in
                          from intake.part2_consent
                         where patient_id = :patient
                         order by signed_on desc, id
                        """)
                .param("patient", patient.value())
                .query((row, _) -> consent(row))
                .list();
    }

    private static Consents.Part2Consent consent(ResultSet row) throws SQLException {
        var revoked = row.getObject("revoked_on", LocalDate.class);
        return new Consents.Part2Consent(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                revoked == null
                        ? null
                        : new Consents.Part2Consent.Revoked(
                                revoked, row.getString("revoked_by"), row.getString("revoked_why")),
                row.getString("kept_in"));
    }

    void add(Consents.Part2Consent consent, String by, Instant now) {
        db.sql("""
                        insert into intake.part2_consent (id, patient_id, signed_on, expires_on, kept_in, recorded_by,
                                                          recorded_at)
                        values (:id, :patient, :signed, :expires, :kept, :by, :now)
                        """)
                .param("id", consent.id())
                .param("patient", consent.patient().value())
                .param("signed", consent.signedOn())
                .param("expires", consent.expiresOn())
                .param("kept", consent.keptIn())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whose it was; empty when there is no such consent. */
    Optional<PatientId> revoke(UUID id, Consents.Part2Consent.Revoked revoked) {
        return db.sql("""
                        update intake.part2_consent
                           set revoked_on = :on, revoked_by = :by, revoked_why = :why
                         where id = :id
                        returning patient_id
                        """)
                .param("id", id)
                .param("on", revoked.on())
                .param("by", revoked.by())
                .param("why", revoked.why())
                .query(UUID.class)
                .optional()
                .map(PatientId::new);
    }

    void remove(Collection<UUID> ids) {
        db.sql("delete from intake.part2_consent where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
