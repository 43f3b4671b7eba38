package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Kinds of groups on disk. */
@Repository
class KindStore {

    private final JdbcClient db;

    KindStore(JdbcClient db) {
        this.db = db;
    }

    List<Groups.Type> all() {
        return db.sql("""
                        select id, name, code, part2, joining, families, population, notice_days, screened
                          from roster.group_type
                         order by name
                        """).query(KindStore::type).list();
    }

    /** With how many groups are of it, ended ones too. */
    List<Kinds.Kind> counted() {
        return db.sql("""
                        select t.id, t.name, t.code, t.part2, t.joining, t.families, t.population, t.notice_days,
                               t.screened,
                               (select count(*)
                                  from roster.therapy_group g
                                 where g.practice_id = t.practice_id
                                   and g.type_id = t.id) as groups
                          from roster.group_type t
                         order by lower(t.name), t.id
                        """)
                .query((row, number) -> new Kinds.Kind(type(row, number), row.getInt("groups")))
                .list();
    }

    /** The kind of that name, made when there is none. */
    Groups.Type named(Groups.Type fresh) {
        kept(db.sql("""
                        insert into roster.group_type (id, name, code, part2, joining, families, population, notice_days,
                                                       screened)
                        values (:id, :name, :code, :part2, :joining, :families, :population, :notice, :screened)
                        on conflict (practice_id, name) do nothing
                        """), fresh).update();
        return all().stream()
                .filter(type -> type.name().equals(fresh.name()))
                .findFirst()
                .orElse(fresh);
    }

    void change(Groups.Type type) {
        kept(db.sql("""
                        update roster.group_type
                           set name = :name, code = :code, part2 = :part2, joining = :joining, families = :families,
                               population = :population, notice_days = :notice, screened = :screened
                         where id = :id
                        """), type).update();
    }

    void drop(UUID type) {
        db.sql("delete from roster.criterion where type_id = :id")
                .param("id", type)
                .update();
        db.sql("delete from roster.group_type where id = :id").param("id", type).update();
    }

    private static StatementSpec kept(StatementSpec sql, Groups.Type type) {
        return sql.param("id", type.id())
                .param("name", type.name())
                .param("code", type.code().value())
                .param("part2", type.part2())
                .param("joining", type.joining().name())
                .param("families", type.families())
                .param("population", type.population())
                .param("notice", type.noticeDays())
                .param("screened", type.screened());
    }

    private static Groups.Type type(ResultSet row, int number) throws SQLException {
        return new Groups.Type(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new ProcedureCode(row.getString("code")),
                row.getBoolean("part2"),
                Joining.valueOf(row.getString("joining")),
                row.getBoolean("families"),
                row.getString("population"),
                row.getInt("notice_days"),
                row.getBoolean("screened"));
    }
}
