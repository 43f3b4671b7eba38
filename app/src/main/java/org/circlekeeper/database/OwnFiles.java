package org.circlekeeper.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Files and directories that their owner alone may read, whatever the mask of whoever runs the program. */
public final class OwnFiles {

    static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFiles() {}

    /** Makes the directory and those above it, where they are missing. */
    public static void directory(Path directory) throws IOException {
        Files.createDirectories(directory, DIRECTORY);
    }

    /** Opens a file to be written from its beginning, made when it is not there. */
    public static FileChannel open(Path file) throws IOException {
        return open(file, true);
    }

    /**
     * Opens a file to be written, made when it is not there.
     *
     * @param emptied whether what it holds goes at once; else it stays, as for whoever only asks whether it may be
     *     written
     */
    public static FileChannel open(Path file, boolean emptied) throws IOException {
        var options = new HashSet<OpenOption>(Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        if (emptied) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        return FileChannel.open(file, options, FILE);
    }

    /** The same, as a stream. */
    public static OutputStream stream(Path file) throws IOException {
        return Channels.newOutputStream(open(file));
    }

    /** Writes a whole text. */
    public static void write(Path file, String text) throws IOException {
        try (var bytes = stream(file)) {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
