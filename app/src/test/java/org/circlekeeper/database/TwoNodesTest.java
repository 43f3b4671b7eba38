package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with a home of its own, on one PostgreSQL that is somebody else's. */
class TwoNodesTest {

    private static final int ROUNDS = 2;
    private static final int TRIES = 300;

    @TempDir
    Path directory;

    private PostgresServer server;

    @BeforeEach
    void somebodyElses() throws Exception {
        server = PostgresServer.start(directory.resolve("postgres"), "root-password", false);
        asRoot("postgres", "create role firm login createrole password 'firm+pass'");
        asRoot("postgres", "create database firm owner firm");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_serves_and_a_round_is_made_by_one_of_them() throws Exception {
        var address = "--DATABASE_URL=postgresql://firm:firm%2Bpass@127.0.0.1:" + server.port() + "/firm";
        try (var one = OtherProcess.running(
                        Served.class, directory.resolve("one").toString(), address);
                var other = OtherProcess.running(
                        Served.class, directory.resolve("other").toString(), address)) {
            var ports = List.of(one.line("ready"), other.line("ready"));
            for (var port : ports) {
                assertThat(ready(port)).isEqualTo("ready");
            }
            var practice = aPractice();
            for (int round = 1; round <= ROUNDS; round++) {
                makeARoundDue();
                awaitRoundAfter(practice, round);
            }
            assertThat(read("select count(*) from audit.entry where kind = 'shown' and actor_kind = 'duty'"))
                    .as("each duty read once in each round, whoever made it")
                    .isEqualTo(ROUNDS * read("select count(distinct actor_id) from audit.entry where kind = 'shown'"));
            one.terminate();
            one.hasEnded();
            assertThat(ready(ports.getLast()))
                    .as("the other goes on when one ends")
                    .isEqualTo("ready");
            other.terminate();
            other.hasEnded();
        }
    }

    private UUID aPractice() throws SQLException {
        var id = UUID.randomUUID();
        asRoot("firm", "insert into access.practice (id, name) values ('" + id + "', 'Two Rooms')");
        asRoot("firm", """
                insert into practice.practice (practice_id, name, outside_name, npi, tax_id, taxonomy,
                                               phone, line, city, state, zip, zone, profile, created_at)
                values ('%s', 'Two Rooms', 'Two Rooms', '1234560013', '987650001', '261QM0850X', '2175550142',
                        '1 Main St', 'Springfield', 'IL', '627011234', 'America/Chicago', 'SMALL', '2026-11-23')
                """.formatted(id));
        return id;
    }

    private void makeARoundDue() throws SQLException, InterruptedException {
        long due = 0;
        for (int i = 0; i < TRIES && due == 0; i++) {
            Thread.sleep(100);
            due = asRoot(
                    "firm",
                    "update jobs.scheduled_tasks set execution_time = '2020-01-01' where task_name = 'rounds' "
                            + "and not picked");
        }
        assertThat(due).isEqualTo(1);
    }

    /** Until as many rounds have been made and nobody is at the next. */
    private void awaitRoundAfter(UUID practice, int rounds) throws SQLException, InterruptedException {
        var made = "select count(*) from audit.entry where kind = 'shown' and actor_id = 'plan-sessions' "
                + "and practice_id = '" + practice + "'";
        var idle = "select count(*) from jobs.scheduled_tasks where task_name = 'rounds' and not picked "
                + "and execution_time > '2020-01-01'";
        for (int i = 0; i < TRIES && (read(made) < rounds || read(idle) == 0); i++) {
            Thread.sleep(100);
        }
        assertThat(read(made)).isEqualTo(rounds);
    }

    private static String ready(String said) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var port = said.substring("ready ".length());
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private long read(String question) throws SQLException {
        var root = server.superuser("firm", "root-password");
        try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private int asRoot(String database, String statement) throws SQLException {
        var root = server.superuser(database, "root-password");
        try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
                var sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        }
    }
}
