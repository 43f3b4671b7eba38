package org.circlekeeper.roster;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programmes on disk. */
@Repository
class ProgrammeStore {

    private final JdbcClient db;

    ProgrammeStore(JdbcClient db) {
        this.db = db;
    }

    List<Programmes.Programme> all() {
        return db.sql("select id, name from roster.programme order by lower(name), id")
                .query((row, _) -> new Programmes.Programme(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    void add(UUID id, String name) {
        db.sql("""
                        insert into roster.programme (id, name)
                        values (:id, :name)
                        on conflict (practice_id, name) do nothing
                        """).param("id", id).param("name", name).update();
    }
}
