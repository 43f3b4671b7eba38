package org.circlekeeper.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Today asks the features' views: one question for each part of the page. */
@Repository
class TodayStore {

    private static final String NOTES = """
            select count(*)
              from scheduling.session_facts s
              join attendance.closing_facts c on c.practice_id = s.practice_id and c.session_id = s.id
              join attendance.encounter_facts e on e.practice_id = s.practice_id and e.session_id = s.id
             where s.leader_id = :leader
               and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
               and not exists (select
                                 from charts.signed_note_facts n
                                where n.practice_id = e.practice_id
                                  and n.session_id = e.session_id
                                  and n.patient_id = e.patient_id)
            """;

    private static final String OWN = """
            array(select s.id
                    from scheduling.session_facts s
                   where s.leader_id = :leader
                     and s.id = any(:sessions))
            """;

    private final JdbcClient db;

    TodayStore(JdbcClient db) {
        this.db = db;
    }

    List<Circle> circles(LocalDate from, LocalDate to, ZoneId zone) {
        return db.sql("""
                        select s.id, s.group_id, g.name, g.capacity, g.minimum, s.service_date, s.starts_at, s.ends_at,
                               s.leader_id, p.first_name, p.last_name, s.status, s.reason,
                               c.session_id is not null as closed,
                               (select count(*)
                                  from roster.membership_facts m
                                 where m.practice_id = s.practice_id
                                   and m.group_id = s.group_id
                                   and m.first_day <= s.service_date
                                   and (m.last_day is null or m.last_day >= s.service_date)) as members,
                               (select count(*)
                                  from roster.membership_facts m
                                  join roster.hold_facts h
                                    on h.practice_id = m.practice_id
                                   and h.membership_id = m.id
                                 where m.practice_id = s.practice_id
                                   and m.group_id = s.group_id
                                   and m.first_day <= s.service_date
                                   and (m.last_day is null or m.last_day >= s.service_date)
                                   and s.service_date between h.first_day and h.last_day) as on_hold,
                               (select string_agg(f.presence, ',')
                                  from attendance.seat_facts f
                                 where f.practice_id = s.practice_id
                                   and f.session_id = s.id) as presences,
                               (select count(*)
                                  from attendance.announcement_facts a
                                  join attendance.seat_facts f
                                    on f.practice_id = a.practice_id
                                   and f.session_id = a.session_id
                                   and f.patient_id = a.patient_id
                                 where a.practice_id = s.practice_id
                                   and a.session_id = s.id) as said_away
                          from scheduling.session_facts s
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                          join practice.practitioner_facts p on p.practice_id = s.practice_id and p.id = s.leader_id
                          left join attendance.closing_facts c on c.practice_id = s.practice_id and c.session_id = s.id
                         where s.service_date between :from and :to
                         order by s.starts_at, g.name, s.id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> circle(row, zone))
                .list();
    }

    /** What was filed since an instant, what is kept back, and the month's work so far. */
    Filed filed(Instant since, LocalDate month) {
        return db.sql("""
                        select (select coalesce(sum(b.claims), 0)
                                  from claims.batch_facts b
                                 where b.filed_at >= :since
                                   and b.recalled_at is null) as filed,
                               (select coalesce(sum(b.total_cents), 0)
                                  from claims.batch_facts b
                                 where b.filed_at >= :since
                                   and b.recalled_at is null) as filed_cents,
                               count(*) filter (where c.status = 'HELD') as held,
                               count(*) filter (where c.status = 'READY') as ready,
                               count(*) filter (where c.batch_id is not null and c.service_date >= :month) as month,
                               coalesce(sum(c.charge_cents) filter
                                        (where c.batch_id is not null and c.service_date >= :month), 0) as month_cents
                          from claims.claim_facts c
                         where c.status <> 'VOIDED'
                        """)
                .param("since", Timestamp.from(since))
                .param("month", month)
                .query((row, _) -> new Filed(
                        row.getLong("filed"),
                        new Money(row.getLong("filed_cents")),
                        row.getLong("held"),
                        row.getLong("ready"),
                        row.getLong("month"),
                        new Money(row.getLong("month_cents"))))
                .single();
    }

    /** Claims filed and their sum, those held and those ready now, and this month's, by date of service. */
    record Filed(long claims, Money sum, long held, long ready, long month, Money monthSum) {}

    /** Seats of sessions that have ended within the days and that no claim stands for. */
    long unbilled(LocalDate from, Instant now) {
        return db.sql("""
                        select count(*)
                          from scheduling.session_facts s
                          join attendance.seat_facts f on f.practice_id = s.practice_id and f.session_id = s.id
                         where s.service_date >= :from
                           and s.ends_at <= :now
                           and s.status = 'PLANNED'
                           and not exists (select
                                             from claims.claim_facts c
                                            where c.practice_id = f.practice_id
                                              and c.encounter_id = f.encounter_id
                                              and c.status not in ('HELD', 'VOIDED'))
                        """)
                .param("from", from)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** How many seats are taken, and in how many groups anybody sits. */
    Seats seats(LocalDate day) {
        return db.sql("""
                        select count(*) as seats, count(distinct m.group_id) as groups
                          from roster.membership_facts m
                          join roster.group_facts g on g.practice_id = m.practice_id and g.id = m.group_id
                         where m.first_day <= :day
                           and (m.last_day is null or m.last_day >= :day)
                           and (g.last_day is null or g.last_day >= :day)
                        """)
                .param("day", day)
                .query((row, _) -> new Seats(row.getLong("seats"), row.getLong("groups")))
                .single();
    }

    record Seats(long taken, long groups) {}

    /** How far a practice that began empty has come. */
    FirstSteps.Begun begun(long fees) {
        return db.sql("""
                        select (select count(*) from practice.practitioner_facts) as leaders,
                               (select count(*) from practice.payer_facts) as payers,
                               (select count(*) from roster.group_facts) as groups,
                               (select count(*) from roster.membership_facts) as seats,
                               (select count(*) from scheduling.session_facts) as sessions,
                               (select count(*) from attendance.closing_facts) as closed,
                               (select count(*) from claims.claim_facts) as claims
                        """)
                .query((row, _) -> new FirstSteps.Begun(
                        row.getLong("leaders"),
                        row.getLong("payers"),
                        fees,
                        row.getLong("groups"),
                        row.getLong("seats"),
                        row.getLong("sessions"),
                        row.getLong("closed"),
                        row.getLong("claims")))
                .single();
    }

    /** Notes of visits that this leader has still to sign. */
    long notesToSign(UUID leader) {
        return db.sql(NOTES).param("leader", leader).query(Long.class).single();
    }

    /** The same, and which of these sessions are the leader's. */
    Today.Leading leading(UUID leader, Collection<SessionId> sessions) {
        return db.sql("select (" + NOTES + ") as notes, " + OWN + " as own")
                .param("leader", leader)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> new Today.Leading(
                        Arrays.stream((UUID[]) row.getArray("own").getArray())
                                .map(SessionId::new)
                                .collect(Collectors.toSet()),
                        row.getLong("notes")))
                .single();
    }

    private static Circle circle(ResultSet row, ZoneId zone) throws SQLException {
        var presences = Objects.requireNonNullElse(row.getString("presences"), "");
        return new Circle(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("name"),
                row.getObject("service_date", LocalDate.class),
                row.getTimestamp("starts_at").toInstant().atZone(zone).toLocalTime(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("leader_id", UUID.class),
                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                row.getInt("capacity"),
                row.getInt("members"),
                row.getInt("on_hold"),
                row.getInt("minimum"),
                Arrays.stream(presences.split(","))
                        .filter(word -> !word.isEmpty())
                        .map(Presence::valueOf)
                        .toList(),
                row.getBoolean("closed"),
                Session.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("said_away"));
    }
}
