package org.circlekeeper.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.circlekeeper.database.Home;

/** A key kept in a file of the home and not in the database, so that a copy of the database alone opens nothing. */
final class KeyFile {

    private static final int KEY_BYTES = 32;

    private KeyFile() {}

    /** The key of that name in hexadecimal digits, made on first use, readable by this user alone. */
    static String key(Home home, String name) {
        var file = home.resolve("secrets").resolve(name);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        // A temporary file is its owner's alone.
        var fresh = Files.createTempFile(file.getParent(), "new", ".key");
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Its key is the one that counts.
        } finally {
            Files.delete(fresh);
        }
    }
}
