package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who leads beside the leaders of groups, on disk. */
@Repository
class LeaderStore {

    private static final String LEADERS = """
            select id, group_id, practitioner_id, part, first_day, last_day
              from roster.group_leader
            """;

    private final JdbcClient db;

    LeaderStore(JdbcClient db) {
        this.db = db;
    }

    List<GroupLeader> all() {
        return db.sql(LEADERS + " order by group_id, first_day, id")
                .query(LeaderStore::leader)
                .list();
    }

    List<GroupLeader> of(GroupId group) {
        return db.sql(LEADERS + " where group_id = :group order by first_day, id")
                .param("group", group.value())
                .query(LeaderStore::leader)
                .list();
    }

    /** The groups whose leader this is, and those where they co-lead, learn or supervise on that day. */
    Set<GroupId> led(PractitionerId practitioner, LocalDate day) {
        return db.sql("""
                        select distinct group_id
                          from roster.led_facts
                         where practitioner_id = :practitioner
                           and (first_day <= :day or first_day is null)
                           and (last_day >= :day or last_day is null)
                        """)
                .param("practitioner", practitioner.value())
                .param("day", day)
                .query((row, _) -> new GroupId(row.getObject("group_id", UUID.class)))
                .set();
    }

    void add(GroupLeader leader) {
        db.sql("""
                        insert into roster.group_leader (id, group_id, practitioner_id, part, first_day, last_day)
                        values (:id, :group, :practitioner, :part, :first, :last)
                        """)
                .param("id", leader.id())
                .param("group", leader.group().value())
                .param("practitioner", leader.practitioner().value())
                .param("part", leader.part().name())
                .param("first", leader.days().first())
                .param("last", leader.days().last())
                .update();
    }

    void end(UUID id, LocalDate last) {
        db.sql("delete from roster.group_leader where id = :id and first_day > :last")
                .param("id", id)
                .param("last", last)
                .update();
        db.sql("update roster.group_leader set last_day = :last where id = :id")
                .param("id", id)
                .param("last", last)
                .update();
    }

    private static GroupLeader leader(ResultSet row, int number) throws SQLException {
        return new GroupLeader(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                GroupLeader.Part.valueOf(row.getString("part")),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)));
    }
}
