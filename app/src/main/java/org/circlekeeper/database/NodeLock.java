package org.circlekeeper.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * What is done by one at a time, on whichever node: an advisory lock of PostgreSQL on a connection of its own, let go
 * when the work ends or its process dies.
 */
@Component
public class NodeLock {

    /** What kind of work it is; its number is the first half of the lock. */
    public enum Work {
        ROUND(0x5ea7),
        SENDING(0x5ea9);

        private final int number;

        Work(int number) {
            this.number = number;
        }
    }

    private final DataSource database;

    NodeLock(DataSource database) {
        this.database = database;
    }

    /** Waits until nobody else is at it. */
    public <T> T holding(Work kind, UUID what, Supplier<T> work) {
        try (var connection = database.getConnection()) {
            call(connection, "select true from pg_advisory_lock(?, ?)", kind, what);
            return released(connection, kind, what, work);
        } catch (SQLException broken) {
            throw new IllegalStateException("The lock for a " + kind + " could not be had", broken);
        }
    }

    /** Leaves it to whoever is at it already. */
    public void unlessHeld(Work kind, UUID what, Runnable work) {
        try (var connection = database.getConnection()) {
            if (call(connection, "select pg_try_advisory_lock(?, ?)", kind, what)) {
                released(connection, kind, what, () -> {
                    work.run();
                    return true;
                });
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The lock for a " + kind + " could not be had", broken);
        }
    }

    private static <T> T released(Connection connection, Work kind, UUID what, Supplier<T> work) throws SQLException {
        try {
            return work.get();
        } finally {
            call(connection, "select pg_advisory_unlock(?, ?)", kind, what);
        }
    }

    private static boolean call(Connection connection, String sql, Work kind, UUID what) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, kind.number);
            statement.setInt(2, what.hashCode());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
