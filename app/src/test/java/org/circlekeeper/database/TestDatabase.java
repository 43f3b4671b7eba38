package org.circlekeeper.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * One PostgreSQL for all tests of a JVM, and of it a fresh migrated database for whoever asks. It lies under target/
 * and is kept from run to run; what a killed run left is taken over like anything else.
 */
public final class TestDatabase {

    private static final int RUNS_AT_ONCE = 20;
    private static final TestDatabase ONLY = start();

    private final Home home;
    // Kept for as long as this JVM runs: a lock that nobody refers to is let go with its channel.
    private final HomeLock lock;
    private final PostgresServer server;
    private int made;

    private TestDatabase(Home home, HomeLock lock, PostgresServer server) {
        this.home = home;
        this.lock = lock;
        this.server = server;
    }

    private static TestDatabase start() {
        try {
            for (int i = 1; i <= RUNS_AT_ONCE; i++) {
                var home = Home.at(Path.of("target/test-database-" + i));
                var lock = HomeLock.hold(home);
                if (lock != null) {
                    var server = PostgresServer.start(home.resolve("postgres"), home.secret("root"), false);
                    var database = new TestDatabase(home, lock, server);
                    Runtime.getRuntime().addShutdownHook(new Thread(database::end));
                    database.migrateAnew();
                    return database;
                }
            }
            throw new IllegalStateException("Too many test runs at once under target/");
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void end() {
        server.close();
        try {
            lock.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void migrateAnew() throws SQLException {
        try (var connection = asRoot();
                var statement = connection.createStatement()) {
            var former = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select datname from pg_database where datname like 'test\\_%' or datname = 'circlekeeper'")) {
                while (rows.next()) {
                    former.add(rows.getString(1));
                }
            }
            for (var name : former) {
                statement.execute("drop database " + name + " with (force)");
            }
        }
        var root = server.superuser("postgres", home.secret("root"));
        DatabaseRoles.prepare(root, home.secret("owner"), home.secret("application"));
        var template = owner(DatabaseRoles.DATABASE);
        Flyway.configure()
                .dataSource(template.url(), template.user(), template.password())
                .locations("classpath:db")
                .defaultSchema("database")
                .load()
                .migrate();
    }

    /** A database with every table and no row. */
    static DatabaseConfiguration.Addresses fresh() {
        return ONLY.copy();
    }

    /** The owner's way into a database in which nothing was made yet. */
    static DatabaseAddress empty() {
        return ONLY.owner(ONLY.made("template0"));
    }

    private synchronized DatabaseConfiguration.Addresses copy() {
        var owner = owner(made(DatabaseRoles.DATABASE));
        var application = owner.as(DatabaseRoles.APPLICATION, home.secret("application"));
        return new DatabaseConfiguration.Addresses(owner, application, Optional.empty(), () -> {});
    }

    private synchronized String made(String template) {
        var name = "test_" + ++made;
        try (var connection = asRoot();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template + " owner " + DatabaseRoles.OWNER
                    + " strategy file_copy");
            DatabaseRoles.open(connection, name);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return name;
    }

    /** The database of an address, as its superuser: for what tests ask that nobody else may. */
    static Connection asRootOf(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), PostgresServer.SUPERUSER, ONLY.home.secret("root"));
    }

    private Connection asRoot() throws SQLException {
        return DriverManager.getConnection(
                server.superuser("postgres", "").url(), PostgresServer.SUPERUSER, home.secret("root"));
    }

    private DatabaseAddress owner(String database) {
        return DatabaseAddress.onLoopback(server.port(), database, DatabaseRoles.OWNER, home.secret("owner"));
    }
}
