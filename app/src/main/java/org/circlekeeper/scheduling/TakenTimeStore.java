package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds for many people at once which groups meet while they are expected elsewhere. */
@Repository
class TakenTimeStore {

    private final JdbcClient db;

    TakenTimeStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(PatientId patient, TakenTime taken) {}

    /** Of these people, by groups in which they have no seat then; what is planned after an instant. */
    Map<PatientId, List<TakenTime>> of(Collection<PatientId> patients, Instant now) {
        return db
                .sql("""
                        with elsewhere as (
                            select m.practice_id, m.patient_id, o.group_id, false as alone, o.starts_at, o.ends_at
                              from roster.membership_facts m
                              join scheduling.session o
                                on o.practice_id = m.practice_id
                               and o.group_id = m.group_id
                               and o.service_date >= m.first_day
                               and (m.last_day is null or o.service_date <= m.last_day)
                             where m.patient_id = any(:patients)
                               and o.status = 'PLANNED'
                               and o.ends_at > :now
                               and not exists (select
                                                 from roster.hold_facts h
                                                where h.practice_id = m.practice_id
                                                  and h.membership_id = m.id
                                                  and o.service_date between h.first_day and h.last_day)
                            union all
                            select a.practice_id, a.patient_id, null, true, a.starts_at, a.ends_at
                              from scheduling.appointment a
                             where a.patient_id = any(:patients)
                               and a.status = 'PLANNED'
                               and a.ends_at > :now
                        )
                        select e.patient_id, s.group_id, e.alone,
                               array_agg(distinct s.service_date order by s.service_date) as days
                          from elsewhere e
                          join scheduling.session s
                            on s.practice_id = e.practice_id
                           and s.group_id is distinct from e.group_id
                           and s.starts_at < e.ends_at
                           and s.ends_at > e.starts_at
                         where s.status = 'PLANNED'
                           and s.starts_at > :now
                         group by e.patient_id, s.group_id, e.alone
                         order by e.patient_id, s.group_id, e.alone
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Row(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new TakenTime(
                                new GroupId(row.getObject("group_id", UUID.class)),
                                row.getBoolean("alone"),
                                Stream.of((Date[]) row.getArray("days").getArray())
                                        .map(Date::toLocalDate)
                                        .toList())))
                .list()
                .stream()
                .collect(groupingBy(Row::patient, mapping(Row::taken, toList())));
    }
}
