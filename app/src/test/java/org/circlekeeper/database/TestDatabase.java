package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of a JVM, and of it a fresh migrated database for whoever asks. */
public final class TestDatabase {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final TestDatabase ONLY = start();

    private final Home home;
    private final PostgresServer server;

    private TestDatabase(Home home, PostgresServer server) {
        this.home = home;
        this.server = server;
    }

    private static TestDatabase start() {
        try {
            var directory = Files.createTempDirectory("circlekeeper-tests");
            directory.toFile().setExecutable(true, false);
            directory.toFile().setReadable(true, false);
            var home = Home.at(directory);
            var server = PostgresServer.start(shared(home), home.secret("root"), false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
            var database = new TestDatabase(home, server);
            DatabaseRoles.prepare(database.superuser("postgres"), home.secret("owner"), home.secret("application"));
            Flyway.configure()
                    .dataSource(database.owner(DatabaseRoles.DATABASE).url(), DatabaseRoles.OWNER, home.secret("owner"))
                    .locations("classpath:db")
                    .defaultSchema("database")
                    .load()
                    .migrate();
            return database;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path shared(Home home) {
        return home.resolve("postgres");
    }

    private static void stop(PostgresServer server, Path directory) {
        server.close();
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            // A temporary directory: the machine throws it away.
        }
    }

    /** A database with every table and no row, for one test class. */
    static DatabaseConfiguration.Addresses fresh() {
        var name = "test_" + MADE.incrementAndGet();
        try (var connection = DriverManager.getConnection(
                        ONLY.superuser("postgres").url(), PostgresServer.SUPERUSER, ONLY.home.secret("root"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + DatabaseRoles.DATABASE + " owner "
                    + DatabaseRoles.OWNER + " strategy file_copy");
            statement.execute("grant connect, temporary on database " + name + " to " + DatabaseRoles.APPLICATION);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return new DatabaseConfiguration.Addresses(
                ONLY.owner(name),
                ONLY.owner(name).as(DatabaseRoles.APPLICATION, ONLY.home.secret("application")),
                () -> {});
    }

    private DatabaseAddress superuser(String database) {
        return new DatabaseAddress(url(database), PostgresServer.SUPERUSER, home.secret("root"));
    }

    private DatabaseAddress owner(String database) {
        return new DatabaseAddress(url(database), DatabaseRoles.OWNER, home.secret("owner"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }
}
