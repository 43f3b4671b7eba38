package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds every past seat without a claim that lives, and the first reason for it, in one question; and the single
 * appointments that took place.
 */
@Repository
class UnbilledStore {

    private final JdbcClient db;

    UnbilledStore(JdbcClient db) {
        this.db = db;
    }

    Unbilled between(LocalDate from, LocalDate to, Instant now) {
        return new Unbilled(seats(from, to, now), alone(from, to));
    }

    private List<Unbilled.Row> seats(LocalDate from, LocalDate to, Instant now) {
        return db.sql("""
                        select f.patient_id, p.first_name, p.middle_name, p.last_name, s.id as session_id,
                               g.name as group_name, s.service_date, f.presence, c.session_id is not null as closed,
                               k.id as claim_id, x.code, x.sentence
                          from attendance.seat_facts f
                          join scheduling.session_facts s on s.practice_id = f.practice_id and s.id = f.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                          join patients.patient_facts p on p.practice_id = f.practice_id and p.id = f.patient_id
                          left join attendance.closing_facts c
                            on c.practice_id = f.practice_id
                           and c.session_id = f.session_id
                          left join claims.claim k
                            on k.practice_id = f.practice_id
                           and k.encounter_id = f.encounter_id
                           and k.status <> 'VOIDED'
                          left join lateral (select n.code, n.sentence
                                               from claims.claim_finding n
                                              where n.practice_id = k.practice_id
                                                and n.claim_id = k.id
                                                and n.weight <> 'WARNS'
                                              order by n.ordinal
                                              limit 1) x on true
                         where s.status = 'PLANNED'
                           and s.ends_at <= :now
                           and s.service_date between :from and :to
                           and (k.id is null or k.status = 'HELD')
                         order by s.service_date, s.starts_at, s.id, lower(p.last_name), lower(p.first_name), p.id
                        """)
                .param("now", Timestamp.from(now))
                .param("from", from)
                .param("to", to)
                .query(UnbilledStore::row)
                .list();
    }

    /** At most a thousand, the latest days. */
    private List<Unbilled.Alone> alone(LocalDate from, LocalDate to) {
        return db.sql("""
                        select a.id, a.kind, a.code, a.service_date, a.patient_id, p.first_name, p.middle_name,
                               p.last_name
                          from scheduling.appointment_facts a
                          left join patients.patient_facts p
                            on p.practice_id = a.practice_id
                           and p.id = a.patient_id
                         where a.status = 'KEPT'
                           and a.code <> ''
                           and a.service_date between :from and :to
                         order by a.service_date desc, a.starts_at desc, a.id
                         limit 1000
                        """)
                .param("from", from)
                .param("to", to)
                .query(UnbilledStore::alone)
                .list();
    }

    private static Unbilled.Alone alone(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new Unbilled.Alone(
                new AppointmentId(row.getObject("id", UUID.class)),
                patient == null ? null : new PatientId(patient),
                patient == null
                        ? null
                        : new PersonName(
                                row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                Appointment.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getObject("service_date", LocalDate.class));
    }

    private static Unbilled.Row row(ResultSet row, int number) throws SQLException {
        var presence = Presence.valueOf(row.getString("presence"));
        var day = row.getObject("service_date", LocalDate.class);
        var claim = row.getObject("claim_id", UUID.class);
        var held = row.getString("code");
        String reason;
        String sentence;
        if (!presence.came()) {
            reason = presence.word();
            sentence = absence(presence, day);
        } else if (claim != null && held != null) {
            reason = held;
            sentence = row.getString("sentence");
        } else if (row.getBoolean("closed")) {
            reason = "not-prepared";
            sentence = "The claim for " + Words.day(day) + " is not prepared yet: the next time I look, it is.";
        } else {
            reason = FindingCode.SESSION_OPEN.code();
            sentence = "The sheet of " + Words.day(day) + " is not closed.";
        }
        return new Unbilled.Row(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("group_name"),
                day,
                reason,
                sentence,
                claim == null ? null : new ClaimId(claim));
    }

    private static String absence(Presence presence, LocalDate day) {
        return switch (presence) {
            case UNMARKED -> "Nobody has said whether the member came on " + Words.day(day) + ".";
            case LATE_CANCEL -> "The member cancelled late on " + Words.day(day) + ", which is never billed.";
            case EXCUSED -> "The member was excused on " + Words.day(day) + ", which is never billed.";
            case ABSENT -> "The member was absent on " + Words.day(day) + ", and an absence is never billed.";
            case PRESENT, LATE, LEFT_EARLY -> throw new IllegalStateException("Somebody who came was not absent");
        };
    }
}
