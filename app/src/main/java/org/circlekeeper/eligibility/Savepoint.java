package org.circlekeeper.eligibility;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a part of a transaction break without the rest: what that part wrote is undone, and the rest goes on. */
@Component
class Savepoint {

    private final TransactionTemplate within;

    Savepoint(PlatformTransactionManager transactions) {
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Throws what the work throws. */
    void within(Runnable work) {
        within.executeWithoutResult(_ -> work.run());
    }
}
