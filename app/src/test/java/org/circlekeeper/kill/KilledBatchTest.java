package org.circlekeeper.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the real program at each named place of a claims batch and at moments of chance, starts it again in the same
 * home, and asks the receiver: every claim came, and none came twice.
 */
class KilledBatchTest {

    private static final Path MAPLE_STREET =
            Path.of("src", "main", "resources", "sample", "maple-street").toAbsolutePath();
    private static final long SEED = Long.getLong("kill.seed", 20261123);
    private static final int KILLS_IN_A_HOME = 8;
    private static final int KILLS_FROM_OUTSIDE = 3;
    private static final int PAYERS = 5;
    private static final List<String> PLACES = List.of(
            "before-reserve",
            "after-reserve",
            "after-render",
            "before-commit",
            "after-commit",
            "before-write",
            "after-temp",
            "after-rename",
            "before-mark",
            "after-mark");
    private static final String[] FILE = {"rounds", "--trust", "act", "--json"};

    private final Random random = new Random(SEED);
    private final Fork fork = Fork.prepare();
    private final List<String> killed = Collections.synchronizedList(new ArrayList<>());
    private final Path movedIn = fork.home("moved-in");
    private Duration usually = Duration.ZERO;

    @AfterEach
    void nothing_stays() throws IOException {
        fork.close();
    }

    @BeforeEach
    void a_practice_has_moved_in() {
        fork.run(
                        movedIn,
                        "init",
                        "--practice",
                        MAPLE_STREET.resolve("practice.json").toString())
                .expectDone();
        fork.run(movedIn, "import", MAPLE_STREET.toString(), "--json").expectDone();
        fork.train(movedIn, "rounds", "--trust", "propose", "--json").expectDone();
        usually =
                fork.run(fork.copyOf(movedIn, "undisturbed"), FILE).expectDone().took();
    }

    /**
     * One death to die.
     *
     * @param after for one from outside: how far into the usual time of such a run, from 0 to 1
     */
    private record Kill(String place, boolean exporting, double after) {

        static final String FROM_OUTSIDE = "from outside";

        static Kill filing(String place) {
            return new Kill(place, false, 0);
        }

        static Kill exporting(String place) {
            return new Kill(place, true, 0);
        }

        static Kill fromOutside(double after) {
            return new Kill(FROM_OUTSIDE, false, after);
        }

        boolean isFromOutside() {
            return place.equals(FROM_OUTSIDE);
        }
    }

    @Test
    void i13_however_often_the_program_is_killed_no_claim_is_lost_and_none_is_sent_twice() throws Exception {
        var kills = kills();
        int half = kills.size() / 2;
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = atOnce.submit(() -> live("one", kills.subList(0, half)));
            var other = atOnce.submit(() -> live("other", kills.subList(half, kills.size())));
            theProgramSaysSoToo(one.get());
            theProgramSaysSoToo(other.get());
        }
        assertThat(killed).as("seed " + SEED).hasSameSizeAs(kills);
        assertThat(fork.leftRunning()).isEmpty();
    }

    /** Lives until all these deaths are died; answers with the last home. */
    private Path live(String name, List<Kill> kills) throws IOException {
        var left = new ArrayDeque<>(kills);
        var home = movedIn;
        for (int life = 1; !left.isEmpty(); life++) {
            home = fork.copyOf(movedIn, name + "-" + life);
            live(home, left);
            everythingCameOnce(home);
        }
        return home;
    }

    private List<Kill> kills() {
        var kills = new ArrayList<Kill>();
        for (var place : PLACES) {
            kills.add(Kill.filing(place + ":1"));
            kills.add(Kill.filing(place + ":2"));
        }
        kills.add(Kill.exporting("after-temp:" + (1 + random.nextInt(PAYERS))));
        kills.add(Kill.exporting("after-rename:" + (1 + random.nextInt(PAYERS))));
        for (int i = 0; i < KILLS_FROM_OUTSIDE; i++) {
            kills.add(Kill.fromOutside(0.4 + 0.6 * random.nextDouble()));
        }
        Collections.shuffle(kills, random);
        return kills;
    }

    /** Dies until all is filed. A death that this life has no work left for comes first in the next. */
    private void live(Path home, Deque<Kill> kills) throws IOException {
        for (int i = 0; i < KILLS_IN_A_HOME && !kills.isEmpty(); i++) {
            var kill = kills.removeFirst();
            if (kill.exporting()) {
                fork.run(home, FILE).expectDone();
            }
            var ended = die(kill, home);
            assertThat(received(home).receivedTwice())
                    .as(kill + ", seed " + SEED)
                    .isEmpty();
            if (!ended.wasKilled()) {
                ended.expectDone();
                kills.addFirst(kill);
                return;
            }
            killed.add(kill.place());
        }
        fork.run(home, FILE).expectDone();
    }

    private Fork.Ended die(Kill kill, Path home) {
        if (kill.isFromOutside()) {
            return fork.killedAfter(Duration.ofMillis((long) (usually.toMillis() * kill.after())), home, FILE);
        }
        return kill.exporting()
                ? fork.killedAt(kill.place(), home, export(home))
                : fork.killedAt(kill.place(), home, FILE);
    }

    private void everythingCameOnce(Path home) throws IOException {
        var exported = fork.run(home, export(home)).expectDone().json();
        var received = received(home);
        assertThat(received.receivedTwice()).isEmpty();
        assertThat(received.claimsByPayer()).isEqualTo(expected());
        assertThat(exported.get("files").size() + exported.get("already").asInt())
                .isEqualTo(received.files().size());
        sameFiles(outbox(home), taken(home));
    }

    private void theProgramSaysSoToo(Path home) {
        var claims = fork.run(home, "claims", "list", "--json").expectDone().json();
        assertThat(claims.findValuesAsString("status")).isNotEmpty().containsOnly("sent", "held");
        assertThat(claims.valueStream()
                        .filter(claim -> claim.get("status").asString().equals("sent")))
                .hasSameSizeAs(received(home).timesReceived().keySet());
    }

    private static void sameFiles(Path one, Path other) throws IOException {
        var names = Receiver.files(one).stream().map(Path::getFileName).toList();
        assertThat(Receiver.files(other).stream().map(Path::getFileName)).isEqualTo(names);
        for (var name : names) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
        }
    }

    private static Map<String, Integer> expected() throws IOException {
        var byPayer = new TreeMap<String, Integer>();
        JsonMapper.shared()
                .readTree(Files.readAllBytes(Path.of("src/test/resources/sample/maple-street/expected.json")))
                .get("byPayer")
                .properties()
                .forEach(payer -> byPayer.put(payer.getKey(), payer.getValue().asInt()));
        return byPayer;
    }

    private static Receiver received(Path home) {
        return Receiver.of(outbox(home));
    }

    private static Path outbox(Path home) {
        return home.resolve("outbox").resolve("837");
    }

    private static Path taken(Path home) {
        return home.resolveSibling(home.getFileName() + "-taken");
    }

    private static String[] export(Path home) {
        return new String[] {"claims", "export", "--out", taken(home).toString(), "--json"};
    }
}
