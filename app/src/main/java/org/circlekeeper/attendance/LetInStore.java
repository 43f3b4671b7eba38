package org.circlekeeper.attendance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a seat that nobody expects them in, and who was let in all the same, on disk. */
@Repository
class LetInStore {

    private final JdbcClient db;

    LetInStore(JdbcClient db) {
        this.db = db;
    }

    List<LetIns.NotExpected> notExpected(SessionId session) {
        return db.sql("""
                        select m.patient_id, p.first_name, p.middle_name, p.last_name
                          from scheduling.session_facts s
                          join roster.membership_facts m
                            on m.practice_id = s.practice_id
                           and m.group_id = s.group_id
                           and m.first_day <= s.service_date
                           and (m.last_day is null or m.last_day >= s.service_date)
                          join patients.patient_facts p on p.practice_id = m.practice_id and p.id = m.patient_id
                         where s.id = :session
                           and s.status = 'PLANNED'
                           and not exists (select from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and s.service_date between h.first_day and h.last_day)
                           and exists (select from intake.shut_facts i
                                        where i.practice_id = m.practice_id
                                          and i.membership_id = m.id
                                          and i.first_day <= s.service_date
                                          and (i.last_day >= s.service_date or i.last_day is null))
                           and not exists (select from attendance.encounter e
                                            where e.practice_id = s.practice_id
                                              and e.session_id = s.id
                                              and e.patient_id = m.patient_id
                                              and e.presence <> 'UNMARKED')
                         order by lower(p.last_name), lower(p.first_name), m.patient_id
                        """)
                .param("session", session.value())
                .query((row, _) -> new LetIns.NotExpected(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new PersonName(
                                row.getString("first_name"), row.getString("middle_name"), row.getString("last_name"))))
                .list();
    }

    void add(SessionId session, PatientId patient, String reason, String by, Instant at) {
        db.sql("""
                        insert into attendance.let_in (session_id, patient_id, reason, let_in_by, let_in_at)
                        values (:session, :patient, :reason, :by, :at)
                        """)
                .param("session", session.value())
                .param("patient", patient.value())
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whoever has no mark on the sheet any more did not come after all. */
    void forgetUnmarked(SessionId session) {
        db.sql("""
                        delete from attendance.let_in l
                         where l.session_id = :session
                           and not exists (select from attendance.encounter e
                                            where e.practice_id = l.practice_id
                                              and e.session_id = l.session_id
                                              and e.patient_id = l.patient_id
                                              and e.presence <> 'UNMARKED')
                        """).param("session", session.value()).update();
    }

    /** Why they were let in; nobody else is named, nor whoever did not come after all by a correction. */
    List<LetIns.LetIn> of(SessionId session) {
        return db.sql("""
                        select l.patient_id, l.reason, l.let_in_by, l.let_in_at
                          from attendance.let_in l
                          join attendance.encounter e
                            on e.practice_id = l.practice_id
                           and e.session_id = l.session_id
                           and e.patient_id = l.patient_id
                         where l.session_id = :session
                           and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                         order by l.let_in_at, l.patient_id
                        """)
                .param("session", session.value())
                .query((row, _) -> new LetIns.LetIn(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("reason"),
                        row.getString("let_in_by"),
                        row.getTimestamp("let_in_at").toInstant()))
                .list();
    }
}
