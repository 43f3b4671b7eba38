package org.circlekeeper.cli;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import org.circlekeeper.database.DatabaseTrouble;

/** Says what broke under a command, where whoever typed it can mend it: a full disk, a file, a database gone. */
final class BrokenWork {

    private BrokenWork() {}

    /** Empty when it is a fault of the program. */
    static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = switch (cause) {
                case SQLException sql -> DatabaseTrouble.sentence(sql).orElse("");
                case FileSystemException file -> of(file);
                default -> "";
            };
            if (!sentence.isEmpty()) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private static String of(FileSystemException broken) {
        var reason = broken instanceof NoSuchFileException
                ? "it, or the folder it should lie in, is not there"
                : broken.getReason() == null ? "it may not be opened or written" : broken.getReason();
        return broken.getFile() + " cannot be used: " + reason
                + ". Mend that, or name another place, and run it again.";
    }
}
