package org.circlekeeper.patients;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which language the patients of the practice in scope read papers and messages, as ISO 639-1 has it. */
@Repository
public class Tongues {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2}");

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    Tongues(JdbcClient db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of these patients, those of whom somebody has said it. */
    public Map<PatientId, String> of(Collection<PatientId> patients) {
        var known = new HashMap<PatientId, String>();
        db.sql("select patient_id, language from patients.spoken where patient_id = any(:ids)")
                .param("ids", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(row -> {
                    known.put(new PatientId(row.getObject("patient_id", UUID.class)), row.getString("language"));
                });
        return known;
    }

    public void say(PatientId patient, String language, Actor actor) {
        if (!SHAPE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is two small letters: " + language);
        }
        db.sql("""
                        insert into patients.spoken (patient_id, language, said_by, said_at)
                        values (:patient, :language, :by, :at)
                        on conflict (practice_id, patient_id) do update
                           set language = excluded.language, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .param("patient", patient.value())
                .param("language", language)
                .param("by", actor.label())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.did(actor, "said which language somebody reads", "patient " + patient, List.of(patient.value()), language);
    }
}
