package org.circlekeeper.patients;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which language patients read, on disk. */
@Repository
class TongueStore {

    private final JdbcClient db;

    TongueStore(JdbcClient db) {
        this.db = db;
    }

    Map<PatientId, String> of(Collection<PatientId> patients) {
        var known = new HashMap<PatientId, String>();
        db.sql("select patient_id, language from patients.spoken where patient_id = any(:ids)")
                .param("ids", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(row -> {
                    known.put(new PatientId(row.getObject("patient_id", UUID.class)), row.getString("language"));
                });
        return known;
    }

    void put(PatientId patient, String language, String by, Instant at) {
        db.sql("""
                        insert into patients.spoken (patient_id, language, said_by, said_at)
                        values (:patient, :language, :by, :at)
                        on conflict (practice_id, patient_id) do update
                           set language = excluded.language, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .param("patient", patient.value())
                .param("language", language)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
