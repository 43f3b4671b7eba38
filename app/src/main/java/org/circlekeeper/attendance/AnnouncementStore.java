package org.circlekeeper.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said that they cannot come, on disk. */
@Repository
class AnnouncementStore {

    private static final String STANDING = """
            select session_id, patient_id, said_by, said_at
              from attendance.announcement_facts
             where true
            """;

    private final JdbcClient db;

    AnnouncementStore(JdbcClient db) {
        this.db = db;
    }

    /** What was said about another hour, before the session was moved, stands no more. */
    void forgetMoved(Announcement said) {
        db.sql("""
                        update attendance.announcement a
                           set taken_back_by = :by, taken_back_at = :at
                          from scheduling.session_facts s
                         where s.practice_id = a.practice_id
                           and s.id = a.session_id
                           and a.session_id = :session
                           and a.patient_id = :patient
                           and a.taken_back_at is null
                           and a.about <> s.starts_at
                        """)
                .param("session", said.session().value())
                .param("patient", said.patient().value())
                .param("by", said.by())
                .param("at", Timestamp.from(said.at()))
                .update();
    }

    /** About the hour for which the session is planned now. False when it is said already. */
    boolean add(UUID id, Announcement said) {
        return db.sql("""
                        insert into attendance.announcement (id, session_id, patient_id, said_by, said_at, about)
                        select :id, s.id, :patient, :by, :at, s.starts_at
                          from scheduling.session_facts s
                         where s.id = :session
                            on conflict (practice_id, session_id, patient_id) where taken_back_at is null do nothing
                        """)
                        .param("id", id)
                        .param("session", said.session().value())
                        .param("patient", said.patient().value())
                        .param("by", said.by())
                        .param("at", Timestamp.from(said.at()))
                        .update()
                == 1;
    }

    /** False when nothing stands. */
    boolean takeBack(SessionId session, PatientId patient, String by, Instant at) {
        return db.sql("""
                        update attendance.announcement
                           set taken_back_by = :by, taken_back_at = :at
                         where session_id = :session
                           and patient_id = :patient
                           and taken_back_at is null
                        """)
                        .param("session", session.value())
                        .param("patient", patient.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether the session's sheet expects them. */
    boolean expects(SessionId session, PatientId patient) {
        return db.sql("""
                        select count(*)
                          from attendance.seat_facts
                         where session_id = :session
                           and patient_id = :patient
                        """)
                        .param("session", session.value())
                        .param("patient", patient.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Announcement> of(SessionId session) {
        return db.sql(STANDING + " and session_id = :session")
                .param("session", session.value())
                .query(AnnouncementStore::announcement)
                .list();
    }

    List<Announcement> of(PatientId patient, Collection<SessionId> sessions) {
        return db.sql(STANDING + " and patient_id = :patient and session_id = any(:sessions)")
                .param("patient", patient.value())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(AnnouncementStore::announcement)
                .list();
    }

    private static Announcement announcement(ResultSet row, int number) throws SQLException {
        return new Announcement(
                new SessionId(row.getObject("session_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("said_by"),
                row.getTimestamp("said_at").toInstant());
    }
}
