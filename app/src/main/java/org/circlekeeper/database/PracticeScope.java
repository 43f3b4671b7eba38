package org.circlekeeper.database;

import java.util.function.Supplier;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work for one practice: a transaction whose first act tells PostgreSQL the practice. Row-level security shows the
 * rows of that practice and no others; outside of a scope there are no rows at all. Work inside the same practice's
 * scope joins its transaction.
 */
@Component
public class PracticeScope {

    private final JdbcClient db;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    PracticeScope(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In one transaction of this practice, joined when one is under way. */
    public <T> T in(PracticeId practice, Supplier<T> work) {
        return within(joining, practice, work);
    }

    /** The same, for work that gives nothing back. */
    public void run(PracticeId practice, Runnable work) {
        in(practice, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** In a transaction of its own, committed whatever becomes of the one around it: for numbers never used twice. */
    public <T> T apart(PracticeId practice, Supplier<T> work) {
        return within(apart, practice, work);
    }

    private <T> T within(TransactionTemplate transaction, PracticeId practice, Supplier<T> work) {
        return transaction.execute(_ -> {
            var now = db.sql("""
                            with was as materialized (
                                select coalesce(current_setting('circlekeeper.practice', true), '') as practice)
                            select set_config('circlekeeper.practice', :practice, true)
                              from was
                             where was.practice in ('', :practice)
                            """)
                    .param("practice", practice.toString())
                    .query(String.class)
                    .optional();
            if (now.isEmpty()) {
                throw new IllegalStateException("Work for one practice inside the transaction of another");
            }
            return work.get();
        });
    }
}
