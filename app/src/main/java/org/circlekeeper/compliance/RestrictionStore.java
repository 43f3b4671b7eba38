package org.circlekeeper.compliance;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disclosure restrictions on disk. */
@Repository
class RestrictionStore {

    private final JdbcClient db;

    RestrictionStore(JdbcClient db) {
        this.db = db;
    }

    void add(SessionId session, PatientId patient, LocalDate requestedOn, String by, Timestamp now) {
        db.sql("""
                        insert into compliance.plan_restriction (session_id, patient_id, requested_on, recorded_by,
                                                                 recorded_at)
                        values (:session, :patient, :on, :by, :now)
                        on conflict (practice_id, session_id, patient_id) do nothing
                        """)
                .param("session", session.value())
                .param("patient", patient.value())
                .param("on", requestedOn)
                .param("by", by)
                .param("now", now)
                .update();
    }

    void remove(Collection<SessionId> sessions) {
        db.sql("delete from compliance.plan_restriction where session_id = any(:ids)")
                .param("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .update();
    }
}
