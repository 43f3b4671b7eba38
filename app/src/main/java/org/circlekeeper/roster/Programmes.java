package org.circlekeeper.roster;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The programmes of the practice in scope: groups that belong together and begin together, cycle after cycle. */
@Component
public class Programmes {

    private final JdbcClient db;
    private final Clock clock;

    Programmes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One programme. */
    public record Programme(UUID id, String name) {}

    public List<Programme> all() {
        return db.sql("select id, name from roster.programme order by lower(name), id")
                .query((row, _) -> new Programme(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** The programme of that name, made when there is none. */
    public UUID named(String name) {
        db.sql("""
                        insert into roster.programme (id, name)
                        values (:id, :name)
                        on conflict (practice_id, name) do nothing
                        """)
                .param("id", NewId.at(clock.instant()))
                .param("name", name.strip())
                .update();
        return db.sql("select id from roster.programme where name = :name")
                .param("name", name.strip())
                .query(UUID.class)
                .single();
    }
}
