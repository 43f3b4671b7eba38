package org.circlekeeper.database;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a home, held or borrowed. Whoever comes first starts it and stops it again; whoever comes while it
 * runs borrows it, and the holder waits for borrowers before it stops.
 */
final class HomeDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HomeDatabase.class);
    private static final int TRIES = 600;
    private static final int TRIES_BEFORE_SAYING_SO = 20;

    private final Home home;
    private final HomeLock lock;
    private final @Nullable PostgresServer server;
    private final Running running;

    private HomeDatabase(Home home, HomeLock lock, @Nullable PostgresServer server, Running running) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.running = running;
    }

    static HomeDatabase open(Home home, HomeUse use, boolean durable) {
        try {
            for (int i = 0; i < TRIES; i++) {
                var opened = tryToOpen(home, use, durable);
                if (opened != null) {
                    return opened;
                }
                if (i == TRIES_BEFORE_SAYING_SO) {
                    LOG.info("Waiting for another process that is at work in the home {}", home.directory());
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

    private static @Nullable HomeDatabase tryToOpen(Home home, HomeUse use, boolean durable)
            throws IOException, InterruptedException {
        var held = HomeLock.hold(home);
        if (held != null) {
            return start(home, held, use, durable);
        }
        var there = Running.in(home);
        if (use == HomeUse.COMMAND) {
            return there.isEmpty() ? null : borrow(home, there.get());
        }
        there.filter(other -> other.use() != HomeUse.COMMAND).ifPresent(other -> refuse(home, other));
        return null;
    }

    static void refuse(Home home, Running other) {
        var where = other.address().isEmpty() ? "" : " at " + other.address();
        throw new CannotStart("Another Circlekeeper (process " + other.pid() + ") already serves the home "
                + home.directory() + where + ". Use that one, or stop it first.");
    }

    private static @Nullable HomeDatabase borrow(Home home, Running there) throws IOException {
        var share = HomeLock.share(home);
        if (share == null) {
            return null;
        }
        // The holder withdraws what it says before it looks for borrowers: what is still said now stays true.
        if (Running.in(home).filter(still -> still.port() == there.port()).isPresent()) {
            return new HomeDatabase(home, share, null, there);
        }
        share.close();
        return null;
    }

    private static HomeDatabase start(Home home, HomeLock held, HomeUse use, boolean durable)
            throws IOException, InterruptedException {
        PostgresServer server = null;
        try {
            Running.nothing(home);
            // A command may still be at work in the database of a holder that was killed.
            HomeLock.awaitBorrowers(home);
            long began = System.nanoTime();
            server = PostgresServer.start(home.resolve("postgres"), home.secret("root"), durable);
            DatabaseRoles.prepare(
                    server.superuser("postgres", home.secret("root")),
                    home.secret("owner"),
                    home.secret("application"));
            LOG.debug("The database was ready after {} ms", (System.nanoTime() - began) / 1_000_000);
            var running = new Running(ProcessHandle.current().pid(), server.port(), use, "");
            running.tell(home);
            return new HomeDatabase(home, held, server, running);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            if (server != null) {
                server.close();
            }
            held.close();
            throw failed;
        }
    }

    DatabaseAddress owner() {
        return address(DatabaseRoles.OWNER, "owner");
    }

    DatabaseAddress application() {
        return address(DatabaseRoles.APPLICATION, "application");
    }

    private DatabaseAddress address(String role, String secret) {
        return DatabaseAddress.onLoopback(running.port(), DatabaseRoles.DATABASE, role, home.secret(secret));
    }

    /** What this process says to those who come later; nothing when it is a borrower itself. */
    Optional<Running> held() {
        return server == null ? Optional.empty() : Optional.of(running);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (lock) {
            if (server != null) {
                Running.nothing(home);
                HomeLock.awaitBorrowers(home);
                server.close();
            }
        }
    }
}
