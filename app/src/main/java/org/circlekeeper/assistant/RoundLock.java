package org.circlekeeper.assistant;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.circlekeeper.database.NodeLock;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** One round at a time in a practice, on whichever node, and few at a time on this one. */
@Component
class RoundLock {

    /**
     * Whoever waits for the lock holds a connection, and whoever has it needs others: not all may be kept by waiting.
     */
    private static final int AT_ONCE = 2;

    private final NodeLock lock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    RoundLock(NodeLock lock) {
        this.lock = lock;
    }

    <T> T holding(PracticeId practice, Supplier<T> round) {
        places.acquireUninterruptibly();
        try {
            return lock.holding(NodeLock.Work.ROUND, practice.value(), round);
        } finally {
            places.release();
        }
    }
}
