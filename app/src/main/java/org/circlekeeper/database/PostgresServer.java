package org.circlekeeper.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: reached over loopback with a password and in no other way, written to disk before it says
 * so. What a killed process leaves running is stopped and started anew.
 */
final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "circlekeeper_root";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final int TRIES = 5;
    private static final long LARGEST_LOG = 10_000_000;

    private final PostgresPrograms programs;
    private final Path data;
    private final Path log;
    private final int port;

    private PostgresServer(PostgresPrograms programs, Path data, Path log, int port) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts the server of this directory, made on first use.
     *
     * @param durable false only in tests: nothing is forced to disk
     */
    static PostgresServer start(Path directory, String password, boolean durable)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var bin = PostgresBinaries.unpacked(directory).resolve("bin");
        var account = ServerAccount.reaching(directory);
        var programs = new PostgresPrograms(bin, account);
        var data = DataDirectory.initialized(directory.resolve("data"), programs, password);
        new DataDirectory(data, programs).takeOver();
        var log = data.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        for (int i = 1; ; i++) {
            var server = new PostgresServer(programs, data, log, freePort());
            try {
                server.start(durable);
                return server;
            } catch (ProgramFailed failed) {
                if (i == TRIES || !isPassing(failed.said())) {
                    throw sentence(directory, failed);
                }
                LOG.debug("The database did not start yet, try {}", i);
                Thread.sleep(500L * i);
            }
        }
    }

    /** Somebody took the port in between, or the children of a killed server are not yet gone. */
    private static boolean isPassing(String said) {
        return said.contains("Address already in use") || said.contains("is still in use");
    }

    static CannotStart sentence(Path directory, ProgramFailed failed) {
        if (failed.said().contains("could not look up effective user ID")) {
            return new CannotStart(
                    "This account has no entry in the list of users, and PostgreSQL wants one. Run Circlekeeper "
                            + "as an ordinary user, or set DATABASE_URL.");
        }
        if (DiskTrouble.saysFull(failed.said())) {
            return new CannotStart("The disk of " + directory
                    + " is full: PostgreSQL cannot start. Free some space and start " + "again; nothing was lost.");
        }
        if (failed.said().contains("could not bind") || failed.said().contains("could not create any TCP/IP sockets")) {
            return new CannotStart(
                    "No port of 127.0.0.1 can be used for the database. See what keeps this machine from "
                            + "listening on its loopback address, or set DATABASE_URL.");
        }
        if (failed.said().contains("incompatible with server")) {
            return new CannotStart(
                    "The database in " + directory + " was made by another version of PostgreSQL than the "
                            + PostgresBinaries.VERSION
                            + " of this program. Start the Circlekeeper that made it, or put "
                            + "back a copy of the home from before. Nothing was changed.",
                    failed);
        }
        return new CannotStart(
                "The database in " + directory + " did not start. PostgreSQL said: "
                        + failed.said().strip(),
                failed);
    }

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new CannotStart(
                    "No port of 127.0.0.1 can be used for the database. See what keeps this machine from "
                            + "listening on its loopback address, or set DATABASE_URL.",
                    none);
        }
    }

    int port() {
        return port;
    }

    DatabaseAddress superuser(String database, String password) {
        return DatabaseAddress.onLoopback(port, database, SUPERUSER, password);
    }

    private void start(boolean durable) throws IOException, InterruptedException {
        var safe = durable ? "on" : "off";
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=''",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_connections=60",
                "shared_buffers=64MB",
                "work_mem=16MB",
                "max_wal_size=256MB",
                "jit=off",
                // Errors and the statements behind them quote rows, and rows are health information.
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "fsync=" + safe,
                "full_page_writes=" + safe,
                "synchronous_commit=" + safe);
        var options = "-p " + port + settings.stream().map(" -c "::concat).collect(Collectors.joining());
        long before = Files.exists(log) ? Files.size(log) : 0;
        try {
            programs.run(
                    "pg_ctl", "start", "-D", data.toString(), "-w", "-t", "60", "-l", log.toString(), "-o", options);
        } catch (ProgramFailed failed) {
            throw failed.and(since(before));
        }
    }

    private String since(long before) throws IOException {
        if (!Files.isReadable(log)) {
            return "";
        }
        var text = Files.readString(log);
        return text.substring((int) Math.min(before, text.length()));
    }

    @Override
    public void close() {
        try {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        } catch (IOException alreadyGone) {
            LOG.debug("The database had stopped, or will be taken over by the next start", alreadyGone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
