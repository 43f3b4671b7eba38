package org.circlekeeper.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The directory in which an installation keeps everything: its database, its secrets, what goes out. */
public final class Home {

    private static final int SECRET_BYTES = 24;
    private static final java.nio.file.attribute.FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;

    private Home(Path directory) {
        this.directory = directory;
    }

    /** Opens the directory, made when it is not there. Refuses with {@link CannotStart} what cannot be written. */
    public static Home at(Path directory) {
        try {
            Files.createDirectories(directory);
            var home = new Home(directory.toRealPath());
            Files.createDirectories(home.resolve("secrets"), OWNER_ONLY);
            Files.createDirectories(home.resolve("outbox"), OWNER_ONLY);
            return home;
        } catch (AccessDeniedException | FileAlreadyExistsException denied) {
            throw new CannotStart(
                    "The home " + directory.toAbsolutePath()
                            + " cannot be written. Make it writable for this user, or set "
                            + "CIRCLEKEEPER_HOME to a directory that is.",
                    denied);
        } catch (IOException broken) {
            throw new CannotStart(
                    "The home " + directory.toAbsolutePath() + " cannot be used: " + DiskTrouble.sentence(broken),
                    broken);
        }
    }

    public Path directory() {
        return directory;
    }

    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Where files lie that leave this installation. */
    public Path outbox() {
        return resolve("outbox");
    }

    /** The secret of that name, made on first use, readable by this user alone. */
    String secret(String name) {
        var file = resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
