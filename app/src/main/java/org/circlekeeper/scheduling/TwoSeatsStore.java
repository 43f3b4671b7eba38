package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;
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
     * @param one what the one group is called; null when it is under 42 CFR Part 2 and is not named by the way
     * @param other the same of the other one
     * @param at when it is so first
     * @param times how often it is so in what is planned
     */
    record TwoSeats(
            PatientId patient,
            UUID oneId,
            @Nullable String one,
            UUID otherId,
            @Nullable String other,
            Instant at,
            int times) {}

    /**
     * A group that expects somebody while another one meets.
     *
     * @param at when it is so first
     * @param times how often it is so in what is planned
     */
    record Elsewhere(GroupId group, GroupId other, Instant at, int times) {}

    /** The groups that expect somebody while the one they are to be seated in meets, after an instant; at most five. */
    List<Elsewhere> whileIn(Admission asked, Instant now) {
        var leaving = asked.leaving();
        return db.sql("""
                        select s.group_id, o.group_id as other_id, min(greatest(s.starts_at, o.starts_at)) as at,
                               count(*) as times
                          from scheduling.session s
                          join scheduling.session o
                            on o.practice_id = s.practice_id
                           and o.group_id <> s.group_id
                           and o.starts_at < s.ends_at
                           and o.ends_at > s.starts_at
                          join roster.membership_facts m
                            on m.practice_id = o.practice_id
                           and m.group_id = o.group_id
                           and m.first_day <= o.service_date
                           and (m.last_day is null or m.last_day >= o.service_date)
                         where s.group_id = :group
                           and s.status = 'PLANNED'
                           and s.starts_at > :now
                           and s.service_date >= :first
                           and (cast(:last as date) is null or s.service_date <= :last)
                           and o.status = 'PLANNED'
                           and m.patient_id = :patient
                           and (cast(:leaving as uuid) is null
                                or m.id <> cast(:leaving as uuid)
                                or o.service_date < :first)
                           and not exists (select
                                             from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and o.service_date between h.first_day and h.last_day)
                         group by s.group_id, o.group_id
                         order by at, o.group_id
                         limit 5
                        """)
                .param("group", asked.group().value())
                .param("patient", asked.patient().value())
                .param("first", asked.days().first())
                .param("last", asked.days().last())
                .param("leaving", leaving == null ? null : leaving.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Elsewhere(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new GroupId(row.getObject("other_id", UUID.class)),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("times")))
                .list();
    }

    /**
     * The groups that expect a member of one of these sessions at its time, be these sessions on disk or not yet. What
     * stands of {@code but} is looked past: it is about to change.
     */
    List<Elsewhere> atTheTimeOf(Collection<Session> sessions, Collection<SessionId> but) {
        return db.sql("""
                        with wanted as (
                            select *
                              from unnest(:sessions::uuid[], :groups::uuid[], :days::date[], :starts::timestamptz[],
                                          :ends::timestamptz[])
                                   as wanted (id, group_id, service_date, starts_at, ends_at)
                        ), meets as (
                            select id, group_id, service_date, starts_at, ends_at
                              from scheduling.session
                             where status = 'PLANNED'
                               and starts_at < (select max(ends_at) from wanted)
                               and ends_at > (select min(starts_at) from wanted)
                               and id <> all(:but)
                               and id <> all(:sessions::uuid[])
                            union all
                            select id, group_id, service_date, starts_at, ends_at from wanted
                        )
                        select w.group_id, o.group_id as other_id, min(greatest(w.starts_at, o.starts_at)) as at,
                               count(distinct (w.id, o.id)) as times
                          from wanted w
                          join meets o
                            on o.group_id <> w.group_id
                           and o.starts_at < w.ends_at
                           and o.ends_at > w.starts_at
                          join roster.membership_facts m
                            on m.group_id = w.group_id
                           and m.first_day <= w.service_date
                           and (m.last_day is null or m.last_day >= w.service_date)
                          join roster.membership_facts x
                            on x.practice_id = m.practice_id
                           and x.patient_id = m.patient_id
                           and x.group_id = o.group_id
                           and x.first_day <= o.service_date
                           and (x.last_day is null or x.last_day >= o.service_date)
                         where not exists (select
                                             from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and (h.membership_id = m.id
                                                   and w.service_date between h.first_day and h.last_day
                                                   or h.membership_id = x.id
                                                   and o.service_date between h.first_day and h.last_day))
                         group by w.group_id, o.group_id
                         order by at, w.group_id, o.group_id
                         limit 20
                        """)
                .param("sessions", texts(sessions, Session::id))
                .param("groups", texts(sessions, Session::group))
                .param("days", texts(sessions, Session::serviceDate))
                .param("starts", texts(sessions, Session::startsAt))
                .param("ends", texts(sessions, Session::endsAt))
                .param("but", but.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> new Elsewhere(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new GroupId(row.getObject("other_id", UUID.class)),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("times")))
                .list();
    }

    private static String[] texts(Collection<Session> sessions, Function<Session, Object> of) {
        return sessions.stream().map(of).map(Object::toString).toArray(String[]::new);
    }

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
                        select a.patient_id, a.group_id as one_id, case when not one.part2 then one.name end as one,
                               b.group_id as other_id, case when not other.part2 then other.name end as other,
                               min(greatest(a.starts_at, b.starts_at)) as at, count(*) as times
                          from expected a
                          join expected b
                            on b.patient_id = a.patient_id
                           and b.group_id > a.group_id
                           and b.starts_at < a.ends_at
                           and a.starts_at < b.ends_at
                          join roster.group_facts one on one.practice_id = a.practice_id and one.id = a.group_id
                          join roster.group_facts other on other.practice_id = b.practice_id and other.id = b.group_id
                         group by a.patient_id, a.group_id, one.name, one.part2, b.group_id, other.name, other.part2
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
