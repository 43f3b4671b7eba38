package org.circlekeeper.patients;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.patients.Reach.Confidential;
import org.circlekeeper.patients.Reach.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How patients want to be written to, on disk. */
@Repository
class ReachStore {

    private final JdbcClient db;

    ReachStore(JdbcClient db) {
        this.db = db;
    }

    Reach of(PatientId patient) {
        var returned = db.sql("select email from patients.returned where patient_id = :patient")
                .param("patient", patient.value())
                .query(String.class)
                .list();
        return new Reach(confidential(patient), word(patient), new HashSet<>(returned));
    }

    /** Of whom that address is known, whatever they said about it. */
    List<PatientId> with(String email, int most) {
        return db.sql("""
                        select id
                          from patients.patient
                         where email <> ''
                           and lower(email) = lower(:email)
                         union
                        select patient_id
                          from patients.confidential
                         where email <> ''
                           and lower(email) = lower(:email)
                         limit :most
                        """).param("email", email).param("most", most).query(UUID.class).list().stream()
                .map(PatientId::new)
                .toList();
    }

    void keep(PatientId patient, Confidential asked) {
        db.sql("""
                        insert into patients.confidential (patient_id, means, email, asked, asked_read, recorded_by,
                                                           recorded_at)
                        values (:patient, :means, :email, :asked, :read, :by, :at)
                        on conflict (practice_id, patient_id) do update
                           set means = excluded.means, email = excluded.email, asked = excluded.asked,
                               asked_read = excluded.asked_read, recorded_by = excluded.recorded_by,
                               recorded_at = excluded.recorded_at
                        """)
                .param("patient", patient.value())
                .param("means", asked.means().name())
                .param("email", asked.email())
                .param("asked", asked.asked())
                .param("read", asked.read())
                .param("by", asked.recordedBy())
                .param("at", Timestamp.from(asked.recordedAt()))
                .update();
    }

    void drop(PatientId patient) {
        db.sql("delete from patients.confidential where patient_id = :patient")
                .param("patient", patient.value())
                .update();
    }

    void add(UUID id, PatientId patient, Word word) {
        db.sql("""
                        insert into patients.email_word (id, patient_id, email, agrees, wording, recorded_by, recorded_at)
                        values (:id, :patient, :email, :agrees, :wording, :by, :at)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("email", word.email())
                .param("agrees", word.agrees())
                .param("wording", word.wording())
                .param("by", word.recordedBy())
                .param("at", Timestamp.from(word.recordedAt()))
                .update();
    }

    void returned(PatientId patient, String email, String by, Instant at) {
        db.sql("""
                        insert into patients.returned (patient_id, email, recorded_by, recorded_at)
                        values (:patient, :email, :by, :at)
                        on conflict (practice_id, patient_id, email) do nothing
                        """)
                .param("patient", patient.value())
                .param("email", email.toLowerCase(Locale.ROOT))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void arrives(PatientId patient, String email) {
        db.sql("delete from patients.returned where patient_id = :patient and email = lower(:email)")
                .param("patient", patient.value())
                .param("email", email)
                .update();
    }

    /** Of whom words wait in which a paper they signed names another way or place. */
    List<PatientId> unread(int most) {
        return db.sql("""
                        select patient_id
                          from patients.confidential
                         where not asked_read
                         order by recorded_at, patient_id
                         limit :most
                        """).param("most", most).query(UUID.class).list().stream()
                .map(PatientId::new)
                .toList();
    }

    /** Who agreed to e-mail in a paper they signed, and wrote another address into it than the one they have here. */
    List<PatientId> agreedElsewhere(int wording, int most) {
        return db.sql("""
                        select w.patient_id
                          from (select distinct on (practice_id, patient_id)
                                       practice_id, patient_id, email, agrees, wording, recorded_at
                                  from patients.email_word
                                 order by practice_id, patient_id, recorded_at desc, id desc) w
                          join patients.patient p
                            on p.practice_id = w.practice_id
                           and p.id = w.patient_id
                          left join patients.confidential c
                            on c.practice_id = w.practice_id
                           and c.patient_id = w.patient_id
                         where w.agrees
                           and w.wording = :wording
                           and lower(w.email) <> lower(coalesce(c.email, p.email))
                           and c.means is distinct from 'INBOX'
                         order by w.recorded_at, w.patient_id
                         limit :most
                        """).param("wording", wording).param("most", most).query(UUID.class).list().stream()
                .map(PatientId::new)
                .toList();
    }

    private @Nullable Confidential confidential(PatientId patient) {
        return db.sql("""
                        select means, email, asked, asked_read, recorded_by, recorded_at
                          from patients.confidential
                         where patient_id = :patient
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Confidential(
                        Reach.Means.valueOf(row.getString("means")),
                        row.getString("email"),
                        row.getString("asked"),
                        row.getBoolean("asked_read"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .optional()
                .orElse(null);
    }

    private @Nullable Word word(PatientId patient) {
        return db.sql("""
                        select email, agrees, wording, recorded_by, recorded_at
                          from patients.email_word
                         where patient_id = :patient
                         order by recorded_at desc, id desc
                         limit 1
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Word(
                        row.getBoolean("agrees"),
                        row.getString("email"),
                        row.getInt("wording"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .optional()
                .orElse(null);
    }
}
