package org.circlekeeper.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database of a home, held or borrowed. Whoever comes first starts it and stops it again; whoever comes while it
 * runs borrows it, and the holder waits for borrowers before it stops.
 */
final class HomeDatabase implements AutoCloseable {

    private static final int TRIES = 600;

    private final Home home;
    private final HomeLock lock;
    private final @Nullable PostgresServer server;
    private final int port;

    private HomeDatabase(Home home, HomeLock lock, @Nullable PostgresServer server, int port) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    static HomeDatabase open(Home home, HomeUse use, boolean durable) {
        try {
            for (int i = 0; i < TRIES; i++) {
                var held = HomeLock.hold(home);
                if (held != null) {
                    return start(home, held, use, durable);
                }
                var running = running(home);
                if (use != HomeUse.COMMAND && running.getProperty("use", "").equals(HomeUse.SERVE.name())) {
                    throw new CannotStart("Another Circlekeeper (process " + running.getProperty("pid")
                            + ") already serves the home " + home.directory() + ". Use that one, or stop it first.");
                }
                var share = running.isEmpty() || use != HomeUse.COMMAND ? null : HomeLock.share(home);
                if (share != null && running.equals(running(home))) {
                    return new HomeDatabase(home, share, null, Integer.parseInt(running.getProperty("port")));
                }
                if (share != null) {
                    share.close();
                }
                Thread.sleep(100);
            }
            throw new CannotStart("Another process holds the home " + home.directory()
                    + " and does not let go. See what runs " + "there, stop it, and start again.");
        } catch (IOException broken) {
            throw new CannotStart("The database could not be started. " + DiskTrouble.sentence(broken), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped before the database was ready.", stopped);
        }
    }

    private static HomeDatabase start(Home home, HomeLock held, HomeUse use, boolean durable)
            throws IOException, InterruptedException {
        try {
            Files.deleteIfExists(home.resolve("running"));
            var server = PostgresServer.start(home.resolve("postgres"), home.secret("root"), durable);
            var superuser = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                    PostgresServer.SUPERUSER,
                    home.secret("root"));
            DatabaseRoles.prepare(superuser, home.secret("owner"), home.secret("application"));
            var text =
                    "pid=" + ProcessHandle.current().pid() + "\nport=" + server.port() + "\nuse=" + use.name() + "\n";
            var fresh = home.resolve("running.new");
            Files.writeString(fresh, text);
            Files.move(fresh, home.resolve("running"), StandardCopyOption.ATOMIC_MOVE);
            return new HomeDatabase(home, held, server, server.port());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            held.close();
            throw failed;
        }
    }

    private static Properties running(Home home) throws IOException {
        var facts = new Properties();
        var file = home.resolve("running");
        if (Files.exists(file)) {
            facts.load(new StringReader(Files.readString(file)));
        }
        return facts;
    }

    DatabaseAddress owner() {
        return address(DatabaseRoles.OWNER, "owner");
    }

    DatabaseAddress application() {
        return address(DatabaseRoles.APPLICATION, "application");
    }

    private DatabaseAddress address(String role, String secret) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DatabaseRoles.DATABASE, role, home.secret(secret));
    }

    /** Whether this process is the one that runs it. */
    boolean isHeld() {
        return server != null;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server != null) {
            Files.deleteIfExists(home.resolve("running"));
            HomeLock.awaitBorrowers(home);
            server.close();
        }
        lock.close();
    }
}
