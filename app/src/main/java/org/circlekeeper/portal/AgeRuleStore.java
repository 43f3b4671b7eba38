package org.circlekeeper.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the practice wrote down of the ages in a state, on disk. */
@Repository
class AgeRuleStore {

    private final JdbcClient db;

    AgeRuleStore(JdbcClient db) {
        this.db = db;
    }

    List<AgeRules.Own> all() {
        return db.sql("""
                        select state, topic, age, conditions, source, verified_on, set_at
                          from portal.age_rule
                         order by state, topic
                        """).query(AgeRuleStore::own).list();
    }

    void keep(AgeRules.Own own, String by) {
        db.sql("""
                        insert into portal.age_rule (state, topic, age, conditions, source, verified_on, set_by, set_at)
                        values (:state, :topic, :age, :conditions, :source, :verified, :by, :at)
                            on conflict (practice_id, state, topic) do update
                           set age = excluded.age, conditions = excluded.conditions, source = excluded.source,
                               verified_on = excluded.verified_on, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("state", own.state())
                .param("topic", own.topic().name())
                .param("age", own.age(), Types.INTEGER)
                .param("conditions", own.conditions())
                .param("source", own.source())
                .param("verified", own.verifiedOn(), Types.DATE)
                .param("by", by)
                .param("at", Timestamp.from(own.setAt()))
                .update();
    }

    boolean remove(String state, AgeRules.Topic topic) {
        return db.sql("delete from portal.age_rule where state = :state and topic = :topic")
                        .param("state", state)
                        .param("topic", topic.name())
                        .update()
                == 1;
    }

    private static AgeRules.Own own(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("set_at").toInstant();
        return new AgeRules.Own(
                row.getString("state"),
                AgeRules.Topic.valueOf(row.getString("topic")),
                row.getObject("age", Integer.class),
                row.getString("conditions"),
                row.getString("source"),
                row.getObject("verified_on", LocalDate.class),
                at);
    }
}
