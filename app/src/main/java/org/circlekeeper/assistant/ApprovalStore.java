package org.circlekeeper.assistant;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approvals on disk. */
@Repository
class ApprovalStore {

    private final JdbcClient db;

    ApprovalStore(JdbcClient db) {
        this.db = db;
    }

    void add(String duty, String key, UUID person, String label, Timestamp at) {
        db.sql("""
                        insert into assistant.approval (duty, key, person_id, label, at)
                        values (:duty, :key, :person, :label, :at)
                        on conflict do nothing
                        """)
                .param("duty", duty)
                .param("key", key)
                .param("person", person)
                .param("label", label)
                .param("at", at)
                .update();
    }

    Map<String, Actor> waiting(String duty) {
        var waiting = new HashMap<String, Actor>();
        db.sql("""
                        select key, person_id, label
                          from assistant.approval
                         where duty = :duty
                           and used_at is null
                           and lapsed_at is null
                        """).param("duty", duty).query(row -> {
            var person = new PersonId(row.getObject("person_id", UUID.class));
            waiting.put(row.getString("key"), new Actor.Person(person, row.getString("label"), ""));
        });
        return waiting;
    }

    void used(String duty, String key, Timestamp at) {
        db.sql("""
                        update assistant.approval
                           set used_at = :at
                         where duty = :duty
                           and key = :key
                           and used_at is null
                           and lapsed_at is null
                        """).param("duty", duty).param("key", key).param("at", at).update();
    }

    /** Ends each yes of the duty whose proposal is not among these any more. */
    void lapseAllBut(String duty, Collection<String> keys, Timestamp at) {
        db.sql("""
                        update assistant.approval
                           set lapsed_at = :at
                         where duty = :duty
                           and used_at is null
                           and lapsed_at is null
                           and not key = any(:keys)
                        """)
                .param("duty", duty)
                .param("keys", keys.toArray(String[]::new))
                .param("at", at)
                .update();
    }
}
