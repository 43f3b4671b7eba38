package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in a session beside the one who leads it, on disk. */
@Repository
class BesideStore {

    private final JdbcClient db;

    BesideStore(JdbcClient db) {
        this.db = db;
    }

    /** Somebody beside the leader of a session. */
    record Beside(SessionId session, PractitionerId practitioner, Part part) {}

    /** Somebody beside the leader of a group, on these days. */
    record OfGroup(GroupId group, PractitionerId practitioner, Part part, DateRange days) {}

    /** What the groups say. */
    List<OfGroup> ofGroups() {
        return db.sql("select group_id, practitioner_id, part, first_day, last_day from roster.leader_facts")
                .query((row, _) -> new OfGroup(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        Part.valueOf(row.getString("part")),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    /** Those of all sessions that begin after an instant. */
    List<Beside> after(Instant now) {
        return db.sql("""
                        select l.session_id, l.practitioner_id, l.part
                          from scheduling.session_leader l
                          join scheduling.session s on s.practice_id = l.practice_id and s.id = l.session_id
                         where s.starts_at > :now
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Beside(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        Part.valueOf(row.getString("part"))))
                .list();
    }

    List<Beside> of(Collection<SessionId> sessions) {
        return db.sql("""
                        select session_id, practitioner_id, part
                          from scheduling.session_leader
                         where session_id = any(:ids)
                         order by part, practitioner_id
                        """)
                .param("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> new Beside(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        Part.valueOf(row.getString("part"))))
                .list();
    }

    /** A session that others lead with its leader, and how many. */
    record CoLed(SessionId session, int by) {}

    List<CoLed> coLeading(UUID[] sessions) {
        return db.sql("""
                        select s.id, count(*) as by
                          from scheduling.session s
                          join scheduling.session_leader l on l.practice_id = s.practice_id and l.session_id = s.id
                         where s.id = any(:sessions)
                           and l.part = 'CO_LEADING'
                           and l.practitioner_id <> s.leader_id
                         group by s.id
                        """)
                .param("sessions", sessions)
                .query((row, _) -> new CoLed(new SessionId(row.getObject("id", UUID.class)), row.getInt("by")))
                .list();
    }

    /**
     * Puts somebody into what a group held on these days before an instant, but where somebody else was there instead.
     */
    int seat(GroupId group, PractitionerId who, Part part, DateRange days, Instant now) {
        return db.sql("""
                        insert into scheduling.session_leader (session_id, practitioner_id, part)
                        select id, :who, :part
                          from scheduling.session
                         where group_id = :group
                           and starts_at <= :now
                           and service_date >= :first
                           and (cast(:last as date) is null or service_date <= :last)
                           and leader_id <> :who
                           and not :who = any(away)
                            on conflict do nothing
                        """)
                .param("group", group.value())
                .param("who", who.value())
                .param("part", part.name())
                .param("first", days.first())
                .param("last", days.last())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes somebody out of what a group held after a day and before an instant. */
    int unseat(GroupId group, PractitionerId who, LocalDate last, Instant now) {
        return db.sql("""
                        delete from scheduling.session_leader l
                         using scheduling.session s
                         where s.practice_id = l.practice_id
                           and s.id = l.session_id
                           and s.group_id = :group
                           and s.starts_at <= :now
                           and s.service_date > :last
                           and l.practitioner_id = :who
                           and not :who = any(array_remove(s.instead, null))
                        """)
                .param("group", group.value())
                .param("who", who.value())
                .param("last", last)
                .param("now", Timestamp.from(now))
                .update();
    }

    void add(Collection<Beside> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        db.sql("""
                        insert into scheduling.session_leader (session_id, practitioner_id, part)
                        select *
                          from unnest(:sessions::uuid[], :practitioners::uuid[], :parts::text[])
                            on conflict do nothing
                        """)
                .param(
                        "sessions",
                        fresh.stream().map(one -> one.session().toString()).toArray(String[]::new))
                .param(
                        "practitioners",
                        fresh.stream().map(one -> one.practitioner().toString()).toArray(String[]::new))
                .param("parts", fresh.stream().map(one -> one.part().name()).toArray(String[]::new))
                .update();
    }

    void remove(Collection<Beside> gone) {
        for (var one : gone) {
            db.sql(
                            "delete from scheduling.session_leader where session_id = :session and practitioner_id = :practitioner")
                    .param("session", one.session().value())
                    .param("practitioner", one.practitioner().value())
                    .update();
        }
    }
}
