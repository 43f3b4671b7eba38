package org.circlekeeper.portal;

import java.sql.Timestamp;
import java.time.Instant;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often somebody tried lately, on disk: every node counts the same. */
@Repository
class AttemptStore {

    private final JdbcClient db;

    AttemptStore(JdbcClient db) {
        this.db = db;
    }

    /** Counts a try unless there were so many already, one after the other even when they come at once. */
    boolean count(String who, int most, Instant now, Instant since) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('portal ' || :who, 0))")
                .param("who", who)
                .query(_ -> {});
        return db.sql("""
                        insert into portal.attempt (id, who, at)
                        select :id, :who, :now
                         where (select count(*)
                                  from portal.attempt
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

    void forget(String who) {
        db.sql("delete from portal.attempt where who = :who").param("who", who).update();
    }

    /** Takes the last try back. */
    void takeBack(String who) {
        db.sql("""
                        delete from portal.attempt
                         where id = (select id
                                       from portal.attempt
                                      where who = :who
                                      order by at desc, id desc
                                      limit 1)
                        """).param("who", who).update();
    }

    void forgetBefore(Instant at) {
        db.sql("delete from portal.attempt where at <= :at")
                .param("at", Timestamp.from(at))
                .update();
    }
}
