package org.circlekeeper.cli;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;

/** Says what broke under a command, where whoever typed it can mend it: a full disk, a file, a database gone. */
final class BrokenWork {

    private static final String NO_RESOURCES = "53";
    private static final String NO_CONNECTION = "08";
    private static final String SHUT_DOWN = "57P";

    private BrokenWork() {}

    /** Empty when it is a fault of the program. */
    static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = switch (cause) {
                case SQLException sql -> of(sql);
                case FileSystemException file -> of(file);
                default -> "";
            };
            if (!sentence.isEmpty()) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private static String of(SQLException broken) {
        var state = broken.getSQLState() == null ? "" : broken.getSQLState();
        if (state.startsWith(NO_RESOURCES)
                || String.valueOf(broken.getMessage()).contains("No space left")) {
            return "The disk of the database is full, and nothing of this was kept. Free some space and run it again.";
        }
        return state.startsWith(NO_CONNECTION) || state.startsWith(SHUT_DOWN)
                ? "The database went away meanwhile, and what was not finished was not kept. Run it again."
                : "";
    }

    private static String of(FileSystemException broken) {
        var reason = broken instanceof NoSuchFileException
                ? "it, or the folder it should lie in, is not there"
                : broken.getReason() == null ? "it may not be opened or written" : broken.getReason();
        return broken.getFile() + " cannot be used: " + reason
                + ". Mend that, or name another place, and run it again.";
    }
}
