package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds members whom two groups expect at one time. */
@Repository
class TwoSeatsStore {

    private final JdbcClient db;

    TwoSeatsStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A member with two seats at one time.
     *
     * @param at when it is so first
     * @param times how often it is so in what is planned
     */
    record TwoSeats(PatientId patient, UUID oneId, String one, UUID otherId, String other, Instant at, int times) {}

    /** At most a hundred. */
    List<TwoSeats> after(Instant now) {
        return db.sql("""
                        with seated as (
                            select m.practice_id, m.id, m.patient_id, m.group_id, m.first_day, m.last_day
                              from roster.membership_facts m
                             where exists (select
                                             from roster.membership_facts o
                                            where o.practice_id = m.practice_id
                                              and o.patient_id = m.patient_id
                                              and o.group_id <> m.group_id)
                        ), expected as (
                            select s.practice_id, m.patient_id, s.group_id, s.starts_at, s.ends_at
                              from seated m
                              join scheduling.session s
                                on s.practice_id = m.practice_id
                               and s.group_id = m.group_id
                               and s.service_date >= m.first_day
                               and (m.last_day is null or s.service_date <= m.last_day)
                             where s.status = 'PLANNED'
                               and s.starts_at > :now
                               and not exists (select
                                                 from roster.hold_facts h
                                                where h.practice_id = m.practice_id
                                                  and h.membership_id = m.id
                                                  and s.service_date between h.first_day and h.last_day)
                        )
                        select a.patient_id, a.group_id as one_id, one.name as one, b.group_id as other_id,
                               other.name as other, min(greatest(a.starts_at, b.starts_at)) as at, count(*) as times
                          from expected a
                          join expected b
                            on b.patient_id = a.patient_id
                           and b.group_id > a.group_id
                           and b.starts_at < a.ends_at
                           and a.starts_at < b.ends_at
                          join roster.group_facts one on one.practice_id = a.practice_id and one.id = a.group_id
                          join roster.group_facts other on other.practice_id = b.practice_id and other.id = b.group_id
                         group by a.patient_id, a.group_id, one.name, b.group_id, other.name
                         order by at, a.patient_id
                         limit 100
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new TwoSeats(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("one_id", UUID.class),
                        row.getString("one"),
                        row.getObject("other_id", UUID.class),
                        row.getString("other"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("times")))
                .list();
    }
}
