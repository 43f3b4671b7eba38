package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Groups on disk. */
@Repository
class GroupStore {

    private static final String GROUPS = """
            select g.id, g.name, g.type_id, t.name as type_name, t.code, t.part2, g.capacity, g.leader_id,
                   g.first_day, g.last_day, g.minimum, g.target, g.programme_id, g.cycle
              from roster.therapy_group g
              join roster.group_type t on t.practice_id = g.practice_id and t.id = g.type_id
            """;

    private final JdbcClient db;

    GroupStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Group> find(GroupId id) {
        return db.sql(GROUPS + " where g.id = :id")
                .param("id", id.value())
                .query(GroupStore::group)
                .optional();
    }

    List<Group> all() {
        return db.sql(GROUPS + " order by lower(g.name), g.id")
                .query(GroupStore::group)
                .list();
    }

    void add(GroupId id, Groups.Type type, Groups.Settings settings) {
        kept(db.sql("""
                        insert into roster.therapy_group (id, type_id, name, minimum, target, capacity, leader_id, first_day,
                                                          last_day, programme_id, cycle)
                        values (:id, :type, :name, :minimum, :target, :capacity, :leader, :first, :last, :programme, :cycle)
                        """), id, settings)
                .param("type", type.id())
                .param("first", settings.days().first())
                .param("last", settings.days().last())
                .update();
    }

    /** All but its days. */
    void change(GroupId id, Groups.Settings settings) {
        kept(db.sql("""
                        update roster.therapy_group
                           set name = :name, minimum = :minimum, target = :target, capacity = :capacity,
                               leader_id = :leader, programme_id = :programme, cycle = :cycle, worked_on = true
                         where id = :id
                        """), id, settings).update();
    }

    void end(GroupId id, LocalDate last) {
        db.sql("update roster.therapy_group set last_day = :last, worked_on = true where id = :id")
                .param("id", id.value())
                .param("last", last)
                .update();
    }

    private static StatementSpec kept(StatementSpec sql, GroupId id, Groups.Settings settings) {
        return sql.param("id", id.value())
                .param("name", settings.name())
                .param("minimum", settings.minimum())
                .param("target", settings.target())
                .param("capacity", settings.capacity())
                .param("leader", settings.leader().value())
                .param("programme", settings.programme())
                .param("cycle", settings.cycle());
    }

    /** Somebody has worked on it: an import does not take it back any more. */
    void touch(GroupId id) {
        db.sql("update roster.therapy_group set worked_on = true where id = :id and not worked_on")
                .param("id", id.value())
                .update();
    }

    void retype(GroupId id, Groups.Type type) {
        db.sql("update roster.therapy_group set type_id = :type where id = :id")
                .param("type", type.id())
                .param("id", id.value())
                .update();
    }

    List<GroupId> workedOn(Collection<GroupId> ids) {
        return db
                .sql("select id from roster.therapy_group where worked_on and id = any(:ids)")
                .param("ids", values(ids))
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList();
    }

    void remove(Collection<GroupId> ids) {
        db.sql("delete from roster.therapy_group where id = any(:ids) and not worked_on")
                .param("ids", values(ids))
                .update();
    }

    private static UUID[] values(Collection<GroupId> ids) {
        return ids.stream().map(GroupId::value).toArray(UUID[]::new);
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("type_id", UUID.class),
                row.getString("type_name"),
                new ProcedureCode(row.getString("code")),
                row.getBoolean("part2"),
                row.getInt("minimum"),
                row.getObject("target", Integer.class),
                row.getInt("capacity"),
                new PractitionerId(row.getObject("leader_id", UUID.class)),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("programme_id", UUID.class),
                row.getString("cycle"));
    }
}
