package org.circlekeeper.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PracticeId;

/** Fills the product's tables with an invented practice of any size: every session closed, every note signed. */
final class Seed {

    private static final int LEADERS = 10;
    private static final int FIRST_LEADER = 19_999_980;

    private Seed() {}

    static void sow(Connection connection, PracticeId practice, int groups, int weeks) throws SQLException {
        var script = text("/seed.sql")
                .replace(":npis", "'{" + leaders() + "}'")
                .replace(":groups", Integer.toString(groups))
                .replace(":weeks", Integer.toString(weeks));
        run(connection, practice, script);
    }

    /** Groups with a regular time each, a room of their own, and one of ten leaders. */
    static void calendar(Connection connection, PracticeId practice, int groups) throws SQLException {
        var script = text("/calendar.sql")
                .replace(":npis", "'{" + leaders() + "}'")
                .replace(":groups", Integer.toString(groups));
        run(connection, practice, script);
    }

    /** Runs a script statement by statement within the practice. */
    static void run(Connection connection, PracticeId practice, String script) throws SQLException {
        enter(connection, practice);
        try (var statement = connection.createStatement()) {
            for (var sql : script.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    /** Until the transaction ends, everything concerns this practice. */
    static void enter(Connection connection, PracticeId practice) throws SQLException {
        try (var scope = connection.prepareStatement("select set_config('circlekeeper.practice', ?, true)")) {
            scope.setString(1, practice.toString());
            scope.execute();
        }
    }

    private static String leaders() {
        return IntStream.range(0, LEADERS)
                .mapToObj(leader -> npi("1" + (FIRST_LEADER + leader)))
                .collect(Collectors.joining(","));
    }

    /** Nine digits and the check digit that makes them an identifier. */
    private static String npi(String nine) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> nine + digit)
                .filter(Npi::isValid)
                .findFirst()
                .orElseThrow();
    }

    static String text(String resource) {
        try (var stream = Seed.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
