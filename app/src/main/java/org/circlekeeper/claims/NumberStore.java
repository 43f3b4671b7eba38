package org.circlekeeper.claims;

import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands out numbers that are used once: a number is gone even when what it was for is not written. */
@Repository
class NumberStore {

    private final JdbcClient db;
    private final PracticeScope scope;

    NumberStore(JdbcClient db, PracticeScope scope) {
        this.db = db;
        this.scope = scope;
    }

    /** ISA13 and GS06 of the next file, of whatever practice: a receiver takes each once from a sender (TA1 025). */
    long control() {
        return db.sql("select nextval('claims.interchange')").query(Long.class).single();
    }

    /** The first of as many claim numbers as are wanted, in a row. */
    long claims(PracticeId practice, int howMany) {
        return reserve(practice, "claim", howMany);
    }

    /** CLM01: capital letters and digits, as short as payers send back whole. */
    static String claimNumber(long number) {
        return "CK%08d".formatted(number);
    }

    private long reserve(PracticeId practice, String name, int howMany) {
        return scope.apart(
                practice,
                () -> db.sql("""
                                insert into claims.counter as c (name, last)
                                values (:name, :many)
                                on conflict (practice_id, name) do update
                                   set last = c.last + :many
                                returning last
                                """)
                                .param("name", name)
                                .param("many", howMany)
                                .query(Long.class)
                                .single()
                        - howMany
                        + 1);
    }
}
