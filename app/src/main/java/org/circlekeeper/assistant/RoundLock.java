package org.circlekeeper.assistant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/**
 * One round at a time in a practice, on whichever node: an advisory lock of PostgreSQL on a connection of its own, let
 * go when the round ends or its process dies.
 */
@Component
class RoundLock {

    private static final int ROUNDS = 0x5ea7;

    /**
     * Whoever waits for the lock holds a connection, and whoever has it needs others: not all may be kept by waiting.
     */
    private static final int AT_ONCE = 2;

    private final DataSource database;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    RoundLock(DataSource database) {
        this.database = database;
    }

    <T> T holding(PracticeId practice, Supplier<T> round) {
        places.acquireUninterruptibly();
        try {
            return locked(practice, round);
        } finally {
            places.release();
        }
    }

    private <T> T locked(PracticeId practice, Supplier<T> round) {
        try (var connection = database.getConnection()) {
            call(connection, "select pg_advisory_lock(?, ?)", practice);
            try {
                return round.get();
            } finally {
                call(connection, "select pg_advisory_unlock(?, ?)", practice);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The lock of the rounds could not be had", broken);
        }
    }

    private static void call(Connection connection, String sql, PracticeId practice) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, ROUNDS);
            statement.setInt(2, practice.value().hashCode());
            statement.execute();
        }
    }
}
