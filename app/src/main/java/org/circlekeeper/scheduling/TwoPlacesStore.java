package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds members whom a group expects while they have an appointment of their own. */
@Repository
class TwoPlacesStore {

    private final JdbcClient db;

    TwoPlacesStore(JdbcClient db) {
        this.db = db;
    }

    /** A group expects somebody. */
    record Expecting(SessionId session, GroupId group, Instant from, Instant to) {}

    /**
     * An appointment of somebody whom a group expects at the same time.
     *
     * @param name what the group is called; null when it is under 42 CFR Part 2 and is not named by the way
     */
    record TwoPlaces(
            AppointmentId appointment,
            GroupId group,
            @Nullable String name,
            Instant at) {}

    /** The sessions that expect somebody between two instants, in part at least. */
    List<Expecting> expecting(PatientId patient, Instant from, Instant to) {
        return db.sql("""
                        select s.id, s.group_id, s.starts_at, s.ends_at
                          from scheduling.session s
                          join roster.membership_facts m
                            on m.practice_id = s.practice_id
                           and m.group_id = s.group_id
                           and m.first_day <= s.service_date
                           and (m.last_day is null or m.last_day >= s.service_date)
                         where m.patient_id = :patient
                           and s.status = 'PLANNED'
                           and s.starts_at < :to
                           and s.ends_at > :from
                           and not exists (select
                                             from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and s.service_date between h.first_day and h.last_day)
                         order by s.starts_at, s.id
                        """)
                .param("patient", patient.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> new Expecting(
                        new SessionId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    /** When a group meets on these days and after an instant while somebody has an appointment; at most three times. */
    List<Instant> whileInGroup(GroupId group, PatientId patient, DateRange days, Instant now) {
        return db.sql("""
                        select distinct a.starts_at
                          from scheduling.session s
                          join scheduling.appointment a
                            on a.practice_id = s.practice_id
                           and a.starts_at < s.ends_at
                           and a.ends_at > s.starts_at
                         where s.group_id = :group
                           and s.status = 'PLANNED'
                           and s.starts_at > :now
                           and s.service_date >= :first
                           and (cast(:last as date) is null or s.service_date <= :last)
                           and a.patient_id = :patient
                           and a.status = 'PLANNED'
                         order by a.starts_at
                         limit 3
                        """)
                .param("group", group.value())
                .param("patient", patient.value())
                .param("first", days.first())
                .param("last", days.last())
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getTimestamp("starts_at").toInstant())
                .list();
    }

    /** At most a hundred. */
    List<TwoPlaces> after(Instant now) {
        return db.sql("""
                        select a.id, s.group_id, case when not g.part2 then g.name end as name,
                               greatest(a.starts_at, s.starts_at) as at
                          from scheduling.appointment a
                          join scheduling.session s
                            on s.practice_id = a.practice_id
                           and s.starts_at < a.ends_at
                           and s.ends_at > a.starts_at
                          join roster.membership_facts m
                            on m.practice_id = s.practice_id
                           and m.group_id = s.group_id
                           and m.patient_id = a.patient_id
                           and m.first_day <= s.service_date
                           and (m.last_day is null or m.last_day >= s.service_date)
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                         where a.status = 'PLANNED'
                           and a.starts_at > :now
                           and s.status = 'PLANNED'
                           and s.starts_at > :now
                           and not exists (select
                                             from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and s.service_date between h.first_day and h.last_day)
                         order by at, a.id, s.group_id
                         limit 100
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new TwoPlaces(
                        new AppointmentId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
