package org.circlekeeper.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of access.attempt: tries to sign in, each against an e-mail address and against a machine. */
@Repository
class TryStore {

    private final JdbcClient db;

    TryStore(JdbcClient db) {
        this.db = db;
    }

    /** Counts a try unless there were so many already, one after the other even when they come at once. */
    boolean add(String who, int most, Instant at, Instant since) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(left(:who, 200), 0))")
                .param("who", who)
                .query(row -> {});
        return db.sql("""
                insert into access.attempt (who, at)
                select left(:who, 200), :at
                 where (select count(*)
                          from access.attempt
                         where who = left(:who, 200)
                           and at > :since) < :most
                """)
                        .param("who", who)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** The try that must be forgotten before there may be another; empty when there were not so many. */
    Optional<Instant> inTheWay(String who, int most, Instant since) {
        return db.sql("""
                        select at
                          from access.attempt
                         where who = left(:who, 200)
                           and at > :since
                         order by at desc
                        offset :most - 1
                         limit 1
                        """)
                .param("who", who)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    void forgetAll(String who) {
        db.sql("delete from access.attempt where who = left(:who, 200)")
                .param("who", who)
                .update();
    }

    /** The one try that turned out right. */
    void forget(String who, Instant at) {
        db.sql("delete from access.attempt where who = left(:who, 200) and at = :at")
                .param("who", who)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Tries that count no more. */
    void forgetBefore(Instant at) {
        db.sql("delete from access.attempt where at <= :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
