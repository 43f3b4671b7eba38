package org.circlekeeper.waitlist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of interest forms, and how often each was used lately, on disk: every node counts the same. */
@Repository
class InterestStore {

    private final JdbcClient db;

    InterestStore(JdbcClient db) {
        this.db = db;
    }

    /** The kind of group that an open form asks about. */
    Optional<UUID> typeOf(String token) {
        return db.sql("""
                        select type_id
                          from waitlist.interest_link
                         where token = :token
                           and closed_at is null
                        """).param("token", token).query(UUID.class).optional();
    }

    /** The open forms, by kind of group. */
    Map<UUID, String> open() {
        var found = new HashMap<UUID, String>();
        db.sql("""
                        select type_id, token
                          from waitlist.interest_link
                         where closed_at is null
                        """).query(row -> {
            found.put(row.getObject("type_id", UUID.class), row.getString("token"));
        });
        return found;
    }

    /** False when there is one already. */
    boolean open(UUID type, String token, String by, Instant now) {
        return db.sql("""
                        insert into waitlist.interest_link (token, type_id, made_by, made_at)
                        values (:token, :type, :by, :now)
                            on conflict (practice_id, type_id) where closed_at is null do nothing
                        """)
                        .param("token", token)
                        .param("type", type)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void close(UUID type, Instant now) {
        db.sql("""
                        update waitlist.interest_link
                           set closed_at = :now
                         where type_id = :type
                           and closed_at is null
                        """).param("type", type).param("now", Timestamp.from(now)).update();
    }

    /** Counts a try unless there were so many already, one after the other even when they come at once. */
    boolean count(String who, int most, Instant now, Instant since) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:who, 7))")
                .param("who", who)
                .query(_ -> {});
        return db.sql("""
                        insert into waitlist.interest_try (id, who, at)
                        select :id, :who, :now
                         where (select count(*)
                                  from waitlist.interest_try
                                 where who = :who
                                   and at > :since) < :most
                        """)
                        .param("id", NewId.at(now))
                        .param("who", who)
                        .param("now", Timestamp.from(now))
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .update()
                == 1;
    }

    void forgetBefore(Instant at) {
        db.sql("delete from waitlist.interest_try where at <= :at")
                .param("at", Timestamp.from(at))
                .update();
    }
}
