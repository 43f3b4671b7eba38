package org.circlekeeper.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Attended;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attendance read back from disk. */
@Repository
class PastVisitStore {

    private final JdbcClient db;

    PastVisitStore(JdbcClient db) {
        this.db = db;
    }

    List<Visit> latelyIn(GroupId group, int each) {
        return db.sql("""
                        select session_id, group_id, service_date, starts_at, patient_id, presence, minutes
                          from (select e.session_id, s.group_id, s.service_date, s.starts_at, e.patient_id, e.presence,
                                       e.minutes,
                                       row_number() over (partition by e.patient_id order by s.starts_at desc) as place
                                  from attendance.encounter e
                                  join scheduling.session_facts s
                                    on s.practice_id = e.practice_id and s.id = e.session_id
                                 where s.group_id = :group
                                   and e.presence <> 'UNMARKED') latest
                         where place <= :each
                         order by patient_id, starts_at
                        """)
                .param("group", group.value())
                .param("each", each)
                .query(PastVisitStore::visit)
                .list();
    }

    List<Visit> of(PatientId patient, int most) {
        return db.sql("""
                        select e.session_id, s.group_id, s.service_date, s.starts_at, e.patient_id, e.presence, e.minutes
                          from attendance.encounter e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                         where e.patient_id = :patient
                           and e.presence <> 'UNMARKED'
                         order by s.starts_at desc, e.session_id
                         limit :most
                        """)
                .param("patient", patient.value())
                .param("most", most)
                .query(PastVisitStore::visit)
                .list();
    }

    Map<SessionId, Tally> tallies(Collection<SessionId> sessions) {
        var tallies = new HashMap<SessionId, Tally>();
        db.sql("""
                        select s.session_id, count(*) as seats, c.session_id is not null as closed,
                               count(*) filter (where s.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')) as came,
                               count(*) filter (where s.presence = 'UNMARKED') as unmarked
                          from attendance.seat_facts s
                          left join attendance.closing c
                            on c.practice_id = s.practice_id and c.session_id = s.session_id
                         where s.session_id = any(:sessions)
                         group by s.session_id, c.session_id
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(row -> {
                    tallies.put(
                            new SessionId(row.getObject("session_id", UUID.class)),
                            new Tally(
                                    row.getLong("seats"),
                                    row.getLong("came"),
                                    row.getLong("unmarked"),
                                    row.getBoolean("closed")));
                });
        return tallies;
    }

    Map<GroupId, List<Attended.Came>> last(LocalDate from, int most) {
        var last = new HashMap<GroupId, List<Attended.Came>>();
        db.sql("""
                        select l.group_id, l.service_date, count(e.id) as expected,
                               count(e.id) filter (where e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')) as came
                          from (select s.practice_id, s.id, s.group_id, s.service_date, s.starts_at,
                                       row_number() over (partition by s.group_id order by s.starts_at desc) as place
                                  from scheduling.session_facts s
                                  join attendance.closing c on c.practice_id = s.practice_id and c.session_id = s.id
                                 where s.service_date >= :from) l
                          left join attendance.encounter e on e.practice_id = l.practice_id and e.session_id = l.id
                         where l.place <= :most
                         group by l.group_id, l.id, l.service_date, l.starts_at
                         order by l.group_id, l.starts_at
                        """).param("from", from).param("most", most).query(row -> {
            last.computeIfAbsent(new GroupId(row.getObject("group_id", UUID.class)), _ -> new ArrayList<>())
                    .add(new Attended.Came(
                            row.getObject("service_date", LocalDate.class),
                            row.getInt("came"),
                            row.getInt("expected")));
        });
        return last;
    }

    List<UnsignedNote> unsigned(PractitionerId leader) {
        return db.sql("""
                        select e.session_id, s.group_id, s.service_date, s.starts_at, e.patient_id, p.first_name,
                               p.middle_name, p.last_name
                          from attendance.encounter e
                          join attendance.closing c on c.practice_id = e.practice_id and c.session_id = e.session_id
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                          join patients.patient_facts p on p.practice_id = e.practice_id and p.id = e.patient_id
                         where s.leader_id = :leader
                           and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                           and not exists (select from charts.signed_note_facts n
                                            where n.practice_id = e.practice_id
                                              and n.session_id = e.session_id
                                              and n.patient_id = e.patient_id)
                         order by s.starts_at, s.id, lower(p.last_name), lower(p.first_name), p.id
                         limit 500
                        """)
                .param("leader", leader.value())
                .query((row, _) -> new UnsignedNote(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("service_date", LocalDate.class),
                        row.getTimestamp("starts_at").toInstant(),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new PersonName(
                                row.getString("first_name"), row.getString("middle_name"), row.getString("last_name"))))
                .list();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                new SessionId(row.getObject("session_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getObject("service_date", LocalDate.class),
                row.getTimestamp("starts_at").toInstant(),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Presence.valueOf(row.getString("presence")),
                row.getObject("minutes", Integer.class));
    }
}
