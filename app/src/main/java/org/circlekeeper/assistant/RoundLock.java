package org.circlekeeper.assistant;

import java.sql.Connection;
import java.sql.SQLException;
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

    private final DataSource database;

    RoundLock(DataSource database) {
        this.database = database;
    }

    <T> T holding(PracticeId practice, Supplier<T> round) {
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
