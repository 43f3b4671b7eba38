package org.circlekeeper.database;

import java.sql.SQLException;
import java.util.Optional;

/** Says in a sentence what a database means that cannot work: its disk is full, it lets nobody in, or it went away. */
public final class DatabaseTrouble {

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String NO_CONNECTION = "08";
    private static final String SHUT_DOWN = "57P";

    private DatabaseTrouble() {}

    /** The sentence, with its remedy, of a failure or of what it was caused by; empty for any other. */
    public static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = cause instanceof SQLException broken ? of(broken) : "";
            if (!sentence.isEmpty()) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private static String of(SQLException broken) {
        var state = broken.getSQLState() == null ? "" : broken.getSQLState();
        if (state.equals(DISK_FULL) || DiskTrouble.saysFull(String.valueOf(broken.getMessage()))) {
            return "The disk of the database is full, and nothing of this was kept. Free some space and run it again.";
        }
        if (state.equals(TOO_MANY_CONNECTIONS)) {
            return "The database lets nobody else in at the moment, and nothing of this was kept. Run it again, or "
                    + "raise its max_connections.";
        }
        return state.startsWith(NO_CONNECTION) || state.startsWith(SHUT_DOWN)
                ? "The database went away meanwhile, and what was not finished was not kept. Run it again."
                : "";
    }
}
