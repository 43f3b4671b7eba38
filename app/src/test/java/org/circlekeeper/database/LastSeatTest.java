package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients race for the last seat of a group, over HTTP, on two servers that share one PostgreSQL: two hundred with
 * {@code bin/race}.
 */
class LastSeatTest {

    private static final int CLIENTS = Integer.getInteger("race.clients", 24);
    private static final String TOKEN = "the-office-of-this-test";
    private static final UUID PRACTICE = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

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
    void i12_the_last_seat_goes_to_one_person_and_the_others_are_told_their_place_in_line() throws Exception {
        var address = "--DATABASE_URL=postgresql://firm:firm%2Bpass@127.0.0.1:" + server.port() + "/firm";
        try (var one = OtherProcess.running(
                        Served.class, directory.resolve("one").toString(), address);
                var other = OtherProcess.running(
                        Served.class, directory.resolve("other").toString(), address)) {
            var nodes = List.of(node(one), node(other));
            var waiting = aPracticeWhereManyWait();
            var answers = race(nodes, waiting);

            exactlyOneGotIt(read("select count(*) from roster.membership where group_id = '" + GROUP + "'"));
            exactlyOneGotIt(read("select count(*) from waitlist.entry where status = 'ENROLLED'"));
            exactlyOneGotIt(
                    answers.stream().filter("The seat is theirs."::equals).count());
            assertThat(answers.stream().filter(said -> !said.equals("The seat is theirs.")))
                    .hasSize(CLIENTS - 1)
                    .allSatisfy(said -> assertThat(said)
                            .matches("No seat is free any more. " + "They are number \\d+ in line for the next one."))
                    .allSatisfy(said -> assertThat(Integer.parseInt(said.replaceAll("\\D", "")))
                            .isBetween(1, CLIENTS));
            assertThat(read("select count(*) from roster.seat where offered")).isZero();
            assertThat(read("select deadlocks from pg_stat_database where datname = 'firm'"))
                    .isZero();
        }
    }

    /** Reads how many seats are free and then takes one, as programs do that trust what they have read. */
    @Test
    void whoever_counts_first_and_takes_then_gives_the_seat_to_several() throws Exception {
        asRoot("firm", "create table naive_member (id int)");
        int racing = 8;
        var barrier = new CyclicBarrier(racing);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, racing)
                    .<Callable<Integer>>mapToObj(number -> () -> {
                        long members = read("select count(*) from naive_member");
                        barrier.await();
                        return members == 0 ? asRoot("firm", "insert into naive_member values (" + number + ")") : 0;
                    })
                    .toList());
        }
        long members = read("select count(*) from naive_member");
        assertThatThrownBy(() -> exactlyOneGotIt(members)).isInstanceOf(AssertionError.class);
    }

    private static void exactlyOneGotIt(long members) {
        assertThat(members).as("members who got the last seat").isEqualTo(1);
    }

    private static String node(OtherProcess process) {
        return "http://127.0.0.1:" + process.line("ready").substring("ready ".length());
    }

    private List<String> race(List<String> nodes, List<UUID> waiting) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forms = new ArrayList<Form>();
            for (var node : nodes) {
                forms.add(form(client, node));
            }
            var start = new CyclicBarrier(waiting.size());
            var answers = new ArrayList<String>();
            var racing = IntStream.range(0, waiting.size())
                    .<Callable<String>>mapToObj(number -> () -> {
                        var form = forms.get(number % forms.size());
                        start.await();
                        return said(form.send(client, waiting.get(number)));
                    })
                    .toList();
            for (var answer : threads.invokeAll(racing)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** A node as somebody sees it who has a page of it open: its form's hidden mark, and the cookie beside it. */
    private record Form(String node, String mark, String cookies) {

        HttpResponse<String> send(HttpClient client, UUID entry) throws Exception {
            var body = "_csrf=" + URLEncoder.encode(mark, StandardCharsets.UTF_8) + "&group=" + GROUP + "&yes=yes";
            var request = HttpRequest.newBuilder(URI.create(node + "/waitlist/" + entry + "/offer"))
                    .header("Cookie", cookies)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static Form form(HttpClient client, String node) throws Exception {
        var page = client.send(
                HttpRequest.newBuilder(URI.create(node + "/waitlist/new"))
                        .header("Cookie", "circlekeeper=" + TOKEN)
                        .build(),
                BodyHandlers.ofString());
        var mark = HIDDEN.matcher(page.body());
        assertThat(mark.find()).as(page.body()).isTrue();
        var cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("XSRF-TOKEN"))
                .map(set -> set.split(";")[0])
                .findFirst()
                .orElseThrow();
        return new Form(node, mark.group(1), "circlekeeper=" + TOKEN + "; " + cookie);
    }

    /** The sentence that the page after the form shows. */
    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("said="))
                .map(set -> set.substring("said=".length()).split(";")[0])
                .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                .map(text -> text.split("\n", 2)[1])
                .findFirst()
                .orElseThrow();
    }

    /** A group of two seats, one of them given until further notice; everybody's fit is decided. */
    private List<UUID> aPracticeWhereManyWait() throws Exception {
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        var ids = "'%s', '%s'".formatted(PRACTICE, UUID.randomUUID());
        var leader = UUID.randomUUID();
        var type = UUID.randomUUID();
        var person = UUID.randomUUID();
        asRoot("firm", """
                insert into access.practice (id, name) values ('%1$s', 'Two Rooms');
                insert into practice.practice (practice_id, name, outside_name, npi, tax_id, taxonomy, phone, line,
                                               city, state, zip, zone, profile, created_at)
                values ('%1$s', 'Two Rooms', 'Two Rooms', '1234560013', '987650001', '261QM0850X', '2175550142',
                        '1 Main St', 'Springfield', 'IL', '627011234', 'America/Chicago', 'SMALL', '2026-11-23');
                insert into practice.practitioner (practice_id, id, first_name, last_name, credential, npi, taxonomy)
                values ('%1$s', '%2$s', 'Dana', 'Whitfield', 'LCSW', '1101408916', '1041C0700X');
                insert into roster.group_type (practice_id, id, name, code) values ('%1$s', '%3$s', 'Skills', '90853');
                insert into roster.therapy_group (practice_id, id, type_id, name, capacity, leader_id, first_day)
                values ('%1$s', '%4$s', '%3$s', 'Tuesday Skills', 2, '%2$s', '2026-01-01');
                insert into roster.seat (practice_id, holder_id, group_id, chair, capacity, days, offered)
                values (%7$s, '%4$s', 1, 2, '[2026-01-01,)', false);
                insert into access.person (id, email, name) values ('%5$s', 'ines@tworooms.example', 'Ines Costa');
                insert into access.role_in_practice (practice_id, person_id, role, given_by, given_at)
                values ('%1$s', '%5$s', 'COORDINATOR', 'test', '2026-11-23');
                insert into access.sign_in (token_hash, person_id, practice_id, created_at, last_seen_at, expires_at,
                                            user_agent)
                values (decode('%6$s', 'hex'), '%5$s', '%1$s', now(), now() + interval '1 hour',
                        now() + interval '1 day', '');
                insert into waitlist.entry (practice_id, id, type_id, first_name, last_name, phone, email, birth_date,
                                            language, level, weekdays, day_parts, note, came_by, part2, status, since,
                                            moved_at, decision)
                select '%1$s', gen_random_uuid(), '%3$s', 'Person', 'Number' || n, '', '', '1990-01-01', '', '', '', '',
                       '', 'test', false, 'WAITING', now() - n * interval '1 day', now(), 'FIT'
                  from generate_series(1, %8$d) n
                """.formatted(PRACTICE, leader, type, GROUP, person, hash, ids, CLIENTS));
        return ids("select id from waitlist.entry order by id");
    }

    private List<UUID> ids(String question) throws SQLException {
        var root = server.superuser("firm", "root-password");
        try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
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
