package org.circlekeeper.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.circlekeeper.Circlekeeper;
import org.circlekeeper.database.HomeUse;
import org.circlekeeper.terms.PracticeId;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in the home given, with or without its pages: same tables, roles, policies, durability. */
public final class Bench implements AutoCloseable {

    static final String HOUR = "2026-11-23T15:00:00Z";

    private static final double SECOND = 1e9;

    private final Path home;
    private final ConfigurableApplicationContext program;
    private final Statements statements = new Statements();

    public Bench(Path home) {
        this(home, WebApplicationType.NONE, HomeUse.COMMAND);
    }

    /** As it is served, on a port of its own. */
    public static Bench withPages(Path home) {
        return new Bench(home, WebApplicationType.SERVLET, HomeUse.SERVE);
    }

    private Bench(Path home, WebApplicationType type, HomeUse use) {
        this.home = home;
        program = new SpringApplicationBuilder(Circlekeeper.class)
                .web(type)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(statements))
                .run(
                        "--circlekeeper.home=" + home,
                        "--circlekeeper.use=" + use,
                        "--server.port=0",
                        "--CIRCLEKEEPER_CLOCK=" + HOUR,
                        "--DATABASE_URL=",
                        "--logging.level.root=WARN");
    }

    public <T> T the(Class<T> type) {
        return program.getBean(type);
    }

    public Statements statements() {
        return statements;
    }

    /** Seeds a practice: so many groups of ten, each of which met weekly for so many weeks. */
    public PracticeId seed(int groups, int weeks) {
        var practice = new PracticeId(UUID.randomUUID());
        try (var connection = owner()) {
            connection.setAutoCommit(false);
            Seed.sow(connection, practice, groups, weeks);
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        clean();
        return practice;
    }

    /** Seeds a practice of which only the calendar is measured: so many groups with a series each, nobody in them. */
    public PracticeId calendar(int groups) {
        var practice = new PracticeId(UUID.randomUUID());
        try (var connection = owner()) {
            connection.setAutoCommit(false);
            Seed.calendar(connection, practice, groups);
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return practice;
    }

    /** Runs one more script in a practice that is seeded. */
    public void sow(PracticeId practice, String resource) {
        try (var connection = owner()) {
            connection.setAutoCommit(false);
            Seed.run(connection, practice, Seed.text(resource));
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public int port() {
        return Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Throws dead rows away and counts the living, so that each measurement finds the same. */
    public void clean() {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Seconds that COPY needs to write these rows, undone. It goes to the product's own table with all its keys, but
     * past the policies, which refuse COPY to whoever they bind: as the superuser of the home's PostgreSQL, who does
     * nothing else.
     */
    public double copyAndUndo(PracticeId practice, String copy, String rows) {
        try (var connection = root()) {
            connection.setAutoCommit(false);
            Seed.enter(connection, practice);
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows));
            double seconds = (System.nanoTime() - began) / SECOND;
            connection.rollback();
            return seconds;
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A script that lies beside the benchmarks. */
    public static String text(String resource) {
        return Seed.text(resource);
    }

    /** A connection of the owner of the tables, who seeds and cleans but is never measured. */
    private Connection owner() throws SQLException {
        var owner = program.getBean(FlywayConnectionDetails.class);
        return DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    }

    private Connection root() throws SQLException, IOException {
        var owner = program.getBean(FlywayConnectionDetails.class);
        var secret = Files.readString(home.resolve("secrets").resolve("root")).strip();
        return DriverManager.getConnection(owner.getJdbcUrl(), "circlekeeper_root", secret);
    }

    @Override
    public void close() {
        program.close();
    }
}
