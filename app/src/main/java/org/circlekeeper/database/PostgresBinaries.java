package org.circlekeeper.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the class path into the home. */
final class PostgresBinaries {

    static final String VERSION = "18.6.0";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    // The account that runs the server reads them, whatever the mask of whoever unpacks.
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    private PostgresBinaries() {}

    /** The directory that holds {@code bin/postgres}. */
    static Path unpacked(Path into) throws IOException {
        var target = into.resolve("pg-" + VERSION);
        if (Files.exists(target.resolve("complete"))) {
            return target;
        }
        directory(target);
        var name = "/postgres-linux-" + architecture() + ".txz";
        try (var archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new CannotStart("PostgreSQL for this machine (" + System.getProperty("os.arch")
                        + ") is not in the program. Set DATABASE_URL to a PostgreSQL 18 that runs elsewhere.");
            }
            LOG.info("Unpacking PostgreSQL {} into the home, once", VERSION);
            unpack(archive, target);
        }
        Files.createFile(target.resolve("complete"));
        return target;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry of the archive leaves its directory: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            directory(path);
            return;
        }
        directory(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        boolean program =
                (entry.getMode() & 0100) != 0 || path.resolveSibling("").endsWith("bin");
        Files.setPosixFilePermissions(path, program ? PROGRAM : FILE);
    }

    private static void directory(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PROGRAM);
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
