package org.circlekeeper.console;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.benchmarks.Bench;
import org.circlekeeper.benchmarks.Measured;
import org.circlekeeper.benchmarks.Statements;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The page Today of a practice of twenty groups over HTTP: how many statements each part of it costs, and how long it
 * takes beside the limit, which is one statement that reads two days of sessions with everybody's seat.
 */
public final class TodayBenchmark {

    private static final int GROUPS = 20;
    private static final int WEEKS = 10;
    private static final int WARMING = 300;
    private static final int PAGES = 500;
    private static final double MILLISECOND = 1e6;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** The parts of the page, and words that only the question of that part has. */
    private static final Map<String, String> PARTS = parts();

    private final Bench bench;
    private final PracticeId practice;
    private final HttpClient client = HttpClient.newHttpClient();

    private TodayBenchmark(Bench bench, PracticeId practice) {
        this.bench = bench;
        this.practice = practice;
    }

    private record Look(double page, double limit) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var bench = Bench.withPages(Path.of(arguments[0]))) {
            var practice = bench.seed(GROUPS, WEEKS);
            bench.sow(practice, "/week.sql");
            bench.the(Rounds.class).make(practice);
            bench.clean();
            var benchmark = new TodayBenchmark(bench, practice);
            boolean one = benchmark.look("owner", Role.OWNER) & benchmark.look("therapist", Role.THERAPIST);
            if (!one) {
                OUT.println("A part of Today asks more than one question.");
                System.exit(1);
            }
        }
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("needs you: what is asked", "from assistant.entry e");
        parts.put("needs you: notes and own sessions", "charts.signed_note_facts");
        parts.put("first sentence and the month", "claims.batch_facts");
        parts.put("done by me", "kind = 'did'");
        parts.put("not billed", "s.ends_at <= ");
        parts.put("claims a month", "count(distinct m.group_id)");
        parts.put("a word that waits", "came_by");
        parts.put("circles", "string_agg(f.presence");
        return parts;
    }

    /** One person's page, counted once and then timed. False when a part asked more than once. */
    private boolean look(String who, Role role) throws IOException, InterruptedException {
        var cookie = signedIn(who, role);
        for (int page = 0; page < WARMING; page++) {
            load(cookie);
            limit();
        }
        bench.statements().forget();
        int bytes = load(cookie);
        boolean one = count(who, bench.statements().work(), bytes);
        var looks = new ArrayList<Look>();
        for (int page = 0; page < PAGES; page++) {
            looks.add(new Look(timed(cookie), limit()));
            bench.statements().forget();
        }
        tell(looks);
        return one;
    }

    private String signedIn(String who, Role role) {
        var people = bench.the(People.class);
        people.namePractice(practice, "Large House");
        PersonId person = people.add(who + "@benchmark.example", "Invented " + who);
        var by = new Actor.Duty("seed");
        people.giveRole(practice, person, role, by);
        if (role == Role.THERAPIST) {
            people.linkPractitioner(practice, person, firstLeader(), by);
        }
        return "circlekeeper=" + bench.the(SignIns.class).begin(person, practice);
    }

    private UUID firstLeader() {
        return bench.the(PracticeScope.class)
                .in(
                        practice,
                        () -> bench.the(JdbcTemplate.class)
                                .queryForList("select id from practice.practitioner order by npi", UUID.class)
                                .getFirst());
    }

    private int load(String cookie) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bench.port() + "/"))
                .header("Cookie", cookie)
                .build();
        var answer = client.send(question, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Today answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    /** Milliseconds of one page. */
    private double timed(String cookie) throws IOException, InterruptedException {
        long began = System.nanoTime();
        load(cookie);
        return (System.nanoTime() - began) / MILLISECOND;
    }

    /** Milliseconds of the limit, as the application role and under the practice's policies. */
    private double limit() {
        long began = System.nanoTime();
        bench.the(PracticeScope.class)
                .in(
                        practice,
                        () -> bench.the(JdbcTemplate.class)
                                .queryForList(Bench.text("/today-limit.sql"), practice.value()));
        return (System.nanoTime() - began) / MILLISECOND;
    }

    private static boolean count(String who, List<Statements.Seen> seen, int bytes) {
        OUT.printf(Locale.ROOT, "%s: %d statements, %d bytes%n", who, seen.size(), bytes);
        boolean one = true;
        int ofParts = 0;
        for (var part : PARTS.entrySet()) {
            int times = (int) seen.stream()
                    .filter(statement -> statement.sql().contains(part.getValue()))
                    .count();
            OUT.printf(Locale.ROOT, "  %-34s %d%n", part.getKey(), times);
            one &= times <= 1;
            ofParts += times;
        }
        OUT.printf(Locale.ROOT, "  %-34s %d%n", "who asks, where, and what day it is", seen.size() - ofParts);
        return one;
    }

    private static void tell(List<Look> looks) {
        var pages = new Measured(looks.stream().map(Look::page).toList());
        var limits = new Measured(looks.stream().map(Look::limit).toList());
        OUT.printf(Locale.ROOT, "  page  ms  median %.1f, 95th %.1f%n", pages.median(), pages.percentile(95));
        OUT.printf(Locale.ROOT, "  limit ms  median %.1f, 95th %.1f%n", limits.median(), limits.percentile(95));
        OUT.printf(Locale.ROOT, "  page / limit, medians   %.2f%n", pages.median() / limits.median());
    }
}
