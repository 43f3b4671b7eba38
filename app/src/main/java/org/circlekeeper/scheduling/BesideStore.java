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
