package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups and their types on disk. */
@Repository
class GroupStore {

    private final JdbcClient db;

    GroupStore(JdbcClient db) {
        this.db = db;
    }

    List<Groups.Type> types() {
        return db.sql(
                        "select id, name, code, part2, joining, families, population from roster.group_type order by name")
                .query((row, _) -> new Groups.Type(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new ProcedureCode(row.getString("code")),
                        row.getBoolean("part2"),
                        Joining.valueOf(row.getString("joining")),
                        row.getBoolean("families"),
                        row.getString("population")))
                .list();
    }

    Groups.Type type(Groups.Type fresh) {
        db.sql("""
                        insert into roster.group_type (id, name, code, part2, joining, families, population)
                        values (:id, :name, :code, :part2, :joining, :families, :population)
                        on conflict (practice_id, name) do nothing
                        """)
                .param("id", fresh.id())
                .param("name", fresh.name())
                .param("code", fresh.code().value())
                .param("part2", fresh.part2())
                .param("joining", fresh.joining().name())
                .param("families", fresh.families())
                .param("population", fresh.population())
                .update();
        return types().stream()
                .filter(type -> type.name().equals(fresh.name()))
                .findFirst()
                .orElse(fresh);
    }

    List<Group> all() {
        return db.sql("""
                        select g.id, g.name, g.type_id, t.name as type_name, t.code, t.part2, g.capacity, g.leader_id,
                               g.first_day, g.last_day, g.minimum, g.target, g.programme_id, g.cycle
                          from roster.therapy_group g
                          join roster.group_type t on t.practice_id = g.practice_id and t.id = g.type_id
                         order by lower(g.name), g.id
                        """).query(GroupStore::group).list();
    }

    void add(GroupId id, Groups.Type type, String name, int capacity, PractitionerId leader, DateRange days) {
        db.sql("""
                        insert into roster.therapy_group (id, type_id, name, capacity, leader_id, first_day, last_day)
                        values (:id, :type, :name, :capacity, :leader, :first, :last)
                        """)
                .param("id", id.value())
                .param("type", type.id())
                .param("name", name)
                .param("capacity", capacity)
                .param("leader", leader.value())
                .param("first", days.first())
                .param("last", days.last())
                .update();
    }

    void change(GroupId id, String name, int capacity, PractitionerId leader, DateRange days) {
        db.sql("""
                        update roster.therapy_group
                           set name = :name, capacity = :capacity, leader_id = :leader, first_day = :first,
                               last_day = :last, worked_on = true
                         where id = :id
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("capacity", capacity)
                .param("leader", leader.value())
                .param("first", days.first())
                .param("last", days.last())
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
