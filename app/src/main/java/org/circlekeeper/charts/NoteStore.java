package org.circlekeeper.charts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That notes are signed, on disk. */
@Repository
class NoteStore {

    private final JdbcClient db;

    NoteStore(JdbcClient db) {
        this.db = db;
    }

    List<Charts.SignedNote> of(Collection<SessionId> sessions) {
        return db.sql("""
                        select session_id, patient_id, signed_by, person_id, signed_at, kept_in, attested
                          from charts.signed_note
                         where session_id = any(:sessions)
                         order by session_id, patient_id
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var person = row.getObject("person_id", UUID.class);
                    var at = row.getTimestamp("signed_at");
                    return new Charts.SignedNote(
                            new SessionId(row.getObject("session_id", UUID.class)),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            row.getString("signed_by"),
                            person == null ? null : new PersonId(person),
                            at == null ? null : at.toInstant(),
                            row.getString("kept_in"),
                            row.getBoolean("attested"));
                })
                .list();
    }

    Optional<String> lastKeptIn(PersonId person) {
        return db.sql("""
                        select kept_in
                          from charts.signed_note
                         where person_id = :person
                         order by recorded_at desc, session_id, patient_id
                         limit 1
                        """).param("person", person.value()).query(String.class).optional();
    }

    /** False when the note was signed before: the first signature stands. */
    boolean add(Charts.SignedNote note, Instant now) {
        var person = note.person();
        var at = note.signedAt();
        return db.sql("""
                        insert into charts.signed_note (session_id, patient_id, signed_by, person_id, signed_at, kept_in,
                                                        attested, recorded_at)
                        values (:session, :patient, :by, :person, :at, :kept, :attested, :now)
                        on conflict (practice_id, session_id, patient_id) do nothing
                        """)
                        .param("session", note.session().value())
                        .param("patient", note.patient().value())
                        .param("by", note.signedBy())
                        .param("person", person == null ? null : person.value())
                        .param("at", at == null ? null : Timestamp.from(at))
                        .param("kept", note.keptIn())
                        .param("attested", note.attested())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void removeAttested(Collection<SessionId> sessions) {
        db.sql("delete from charts.signed_note where attested and session_id = any(:sessions)")
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .update();
    }
}
