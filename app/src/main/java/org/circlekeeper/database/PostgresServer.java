package org.circlekeeper.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A PostgreSQL of our own: reached over loopback with a password and in no other way, written to disk before it says
 * so. What a killed process leaves running is stopped and started anew.
 */
final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "circlekeeper_root";

    private final Path bin;
    private final Path data;
    private final ServerAccount account;
    private final int port;

    private PostgresServer(Path bin, Path data, ServerAccount account, int port) {
        this.bin = bin;
        this.data = data;
        this.account = account;
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
        var data = directory.resolve("data");
        var account = ServerAccount.reaching(directory);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new PostgresServer(bin, data, account, free.getLocalPort());
            free.close();
            server.initialize(password);
            server.takeOver();
            server.start(durable);
            return server;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        } catch (IOException alreadyGone) {
            // The next start takes over whatever still runs.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void initialize(String password) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(data.resolve("initialized"))) {
            account.own(data);
            return;
        }
        discard(data);
        Files.createDirectories(data);
        account.own(data);
        var handed = data.resolveSibling("handed");
        Files.writeString(handed, password);
        account.own(handed);
        try {
            run(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + handed,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.createFile(data.resolve("initialized"));
        account.own(data.resolve("initialized"));
    }

    /** A directory whose making was cut short holds nothing yet. */
    private static void discard(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void takeOver() throws IOException, InterruptedException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        switch (state(pid)) {
            // Killed, and not yet reaped by its parent: signals reach nobody.
            case 'Z' -> Files.delete(pidFile);
            case 0 -> {}
            default -> run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    /** The state letter of /proc for a postmaster of this directory; 0 when it is none or gone. */
    private char state(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            if (state == 'Z') {
                return state;
            }
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains(data.toString()) ? state : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private void start(boolean durable) throws IOException, InterruptedException {
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=''",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_connections=60",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "jit=off",
                "fsync=" + (durable ? "on" : "off"),
                "full_page_writes=" + (durable ? "on" : "off"),
                "synchronous_commit=" + (durable ? "on" : "off"));
        var options = "-p " + port + settings.stream().map(" -c "::concat).collect(Collectors.joining());
        run(
                "pg_ctl",
                "start",
                "-D",
                data.toString(),
                "-w",
                "-t",
                "60",
                "-l",
                data.resolve("server.log").toString(),
                "-o",
                options);
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(account.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        var output = Files.createTempFile("circlekeeper-postgres", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw refusal(program, Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private IOException refusal(String program, String said) throws IOException {
        var log = data.resolve("server.log");
        var lines = said + (Files.isReadable(log) ? tail(log) : "");
        if (lines.contains("could not look up effective user ID")) {
            throw new CannotStart(
                    "This account has no entry in the list of users, and PostgreSQL wants one. Run Circlekeeper "
                            + "as an ordinary user, or set DATABASE_URL.");
        }
        if (lines.contains("No space left")) {
            throw new CannotStart(
                    "The disk is full: PostgreSQL cannot start. Free some space and start again; nothing was lost.");
        }
        return new IOException("PostgreSQL's " + program + " failed. It said: " + said.strip());
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
