package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the server keeps its files, and what a killed server left in there. */
record DataDirectory(Path path, PostgresPrograms programs) {

    /** The directory, made when it is not there or its making was cut short. */
    static Path initialized(Path path, PostgresPrograms programs, String password)
            throws IOException, InterruptedException {
        var done = path.resolve("initialized");
        if (Files.exists(path.resolve("PG_VERSION")) && Files.exists(done)) {
            programs.account().own(path);
            return path;
        }
        discard(path);
        Files.createDirectories(path);
        programs.account().own(path);
        var handed = path.resolveSibling("handed");
        try {
            Home.handOver(handed, password);
            programs.account().own(handed);
            programs.run(
                    "initdb",
                    "-D",
                    path.toString(),
                    "-U",
                    PostgresServer.SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + handed,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
        } catch (ProgramFailed failed) {
            throw PostgresServer.sentence(path.resolveSibling(""), failed);
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.createFile(done);
        programs.account().own(done);
        return path;
    }

    /** A directory whose making was cut short holds nothing yet. */
    private static void discard(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Stops what still runs here. Whoever calls this holds the home, so what runs has lost its master. */
    void takeOver() throws IOException, InterruptedException {
        var pidFile = path.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (isAlive(Files.readString(pidFile))) {
            try {
                programs.run("pg_ctl", "stop", "-D", path.toString(), "-m", "fast", "-w", "-t", "60");
            } catch (ProgramFailed failed) {
                throw PostgresServer.sentence(path.resolveSibling(""), failed);
            }
        }
        // Killed, not yet reaped, or its number meanwhile another's: PostgreSQL would believe that it still runs.
        Files.deleteIfExists(pidFile);
    }

    private boolean isAlive(String pidFile) {
        var pid = pidFile.lines().findFirst().orElse("").strip();
        try {
            var process = Path.of("/proc", pid);
            var stat = Files.readString(process.resolve("stat"));
            boolean zombie = stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
            return !pid.isEmpty()
                    && !zombie
                    && Files.readString(process.resolve("cmdline")).contains(path.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
