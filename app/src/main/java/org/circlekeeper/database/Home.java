package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The directory in which an installation keeps everything: its database, its secrets, what goes out. */
public final class Home {

    private static final int SECRET_BYTES = 24;
    /** The account that the database steps down to from root passes through, and reads nothing on its way. */
    private static final FileAttribute<Set<PosixFilePermission>> PASSED_THROUGH =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

    private final Path directory;

    private Home(Path directory) {
        this.directory = directory;
    }

    /** Opens the directory, made when it is not there. Refuses with {@link CannotStart} what cannot be written. */
    public static Home at(Path directory) {
        try {
            Files.createDirectories(directory, PASSED_THROUGH);
            var home = new Home(directory.toRealPath());
            OwnFiles.directory(home.resolve("secrets"));
            OwnFiles.directory(home.outbox());
            Files.delete(Files.createTempFile(home.directory, "try", null));
            return home;
        } catch (AccessDeniedException | FileAlreadyExistsException denied) {
            throw unwritable(directory, denied);
        } catch (FileSystemException refused) {
            throw DiskTrouble.isFull(refused) ? full(directory, refused) : unwritable(directory, refused);
        } catch (IOException broken) {
            throw new CannotStart(
                    "The home " + directory.toAbsolutePath() + " cannot be used. " + DiskTrouble.sentence(broken),
                    broken);
        }
    }

    private static CannotStart unwritable(Path directory, FileSystemException denied) {
        return new CannotStart(
                "The home " + directory.toAbsolutePath() + " cannot be written. Make it writable for this user, or set "
                        + "CIRCLEKEEPER_HOME to a directory that is.",
                denied);
    }

    private static CannotStart full(Path directory, FileSystemException refused) {
        return new CannotStart(
                "The disk of the home " + directory.toAbsolutePath()
                        + " is full. Free some space and start again; nothing " + "was lost.",
                refused);
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
                var whole = Files.createTempFile(resolve("secrets"), name, ".new", OwnFiles.FILE);
                Files.writeString(whole, HexFormat.of().formatHex(bytes));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new CannotStart(
                    "The secrets in " + file.getParent() + " cannot be used. " + DiskTrouble.sentence(broken), broken);
        }
    }

    /** Hands a secret to a program in a file that this user alone may read. */
    static void handOver(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OwnFiles.FILE);
        Files.writeString(file, secret);
    }
}
