package org.circlekeeper.claims;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.benchmarks.Bench;
import org.circlekeeper.benchmarks.Measured;
import org.circlekeeper.benchmarks.Statements;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.PracticeId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 20,000 claims of one practice from the database to an 837P, beside the limit: {@code COPY} of the ordered join that
 * any program would have to read for them, as the same role, under the same policies, in the same run. It stands in the
 * package of what it measures, because nobody outside files claims.
 */
public final class ClaimsBenchmark {

    private static final int GROUPS = 200;
    private static final int WEEKS = 10;
    private static final int PAIRS = 7;
    private static final double SECOND = 1e9;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Bench bench;
    private final PracticeId practice;
    private final List<Round> rounds = new ArrayList<>();

    private ClaimsBenchmark(Bench bench, PracticeId practice) {
        this.bench = bench;
        this.practice = practice;
    }

    /** Seconds of one pair: writing the file, filing it with all that belongs to it, and copying the join. */
    private record Round(double write, double file, double copy, long bytes, int claims) {}

    /**
     * First {@code prepare HOME}, which seeds and makes the claims; then {@code measure HOME} in a heap as small as
     * wanted.
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        var home = Path.of(arguments[1]);
        var known = home.resolve("practice");
        try (var bench = new Bench(home)) {
            if (arguments[0].equals("prepare")) {
                Files.writeString(known, prepare(bench).toString());
            } else {
                var practice = new PracticeId(UUID.fromString(Files.readString(known)));
                var benchmark = new ClaimsBenchmark(bench, practice);
                benchmark.measure();
                benchmark.tell();
            }
        }
    }

    private static PracticeId prepare(Bench bench) {
        var practice = bench.seed(GROUPS, WEEKS);
        long began = System.nanoTime();
        var steps = bench.the(Rounds.class).make(practice);
        OUT.printf(
                Locale.ROOT,
                "claims prepared in %.1f s, a journal of %d lines%n",
                (System.nanoTime() - began) / SECOND,
                steps.size());
        bench.clean();
        return practice;
    }

    private void measure() {
        for (int pair = 0; pair <= PAIRS; pair++) {
            var round = round();
            OUT.printf(
                    Locale.ROOT,
                    "%s: %d claims, %d bytes: write %.2f s, file %.2f s, copy %.2f s%n",
                    pair == 0 ? "warming" : "pair " + pair,
                    round.claims,
                    round.bytes,
                    round.write,
                    round.file,
                    round.copy);
            if (pair > 0) {
                rounds.add(round);
            }
            bench.clean();
        }
    }

    /** Files everything in a transaction that is undone, so that the next time finds the same. */
    private Round round() {
        long[] written = new long[1];
        KillPoint.instead(place -> {
            if (place.equals("after-render")) {
                written[0] = System.nanoTime();
            }
        });
        bench.statements().forget();
        long began = System.nanoTime();
        var filed = fileAndUndo();
        long ended = System.nanoTime();
        KillPoint.instead(null);
        return new Round(
                (written[0] - firstAboutTheBatch().nanos()) / SECOND,
                (ended - began) / SECOND,
                copy(Bench.text("/claim-join.sql")),
                filed.bytes,
                filed.claims);
    }

    /** Once the claims are taken into the batch, everything that is read for the file is asked by the batch. */
    private Statements.Seen firstAboutTheBatch() {
        return bench.statements().work().stream()
                .filter(seen -> seen.sql().startsWith("select") && seen.sql().contains("batch_id = ?"))
                .findFirst()
                .orElseThrow();
    }

    private Undone fileAndUndo() {
        try {
            return bench.the(PracticeScope.class).in(practice, () -> {
                var batches = bench.the(BatchStore.class);
                var filing = bench.the(Filing.class);
                var now = bench.the(Clock.class).instant();
                var all = bench.the(FileableStore.class)
                        .fileable(SecondLook.of(Practice.Profile.SMALL, null, now))
                        .getFirst();
                var batch = filing.file(all, "the benchmark", new Actor.Duty("file-claims"))
                        .orElseThrow();
                throw new Undone(batch.claims(), batches.content(batch.id()).length);
            });
        } catch (Undone filed) {
            return filed;
        }
    }

    /** Takes the transaction back, and says what had been filed in it. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int claims;
        private final long bytes;

        Undone(int claims, long bytes) {
            super("undone", null, false, false);
            this.claims = claims;
            this.bytes = bytes;
        }
    }

    /** Seconds that PostgreSQL needs to copy a question's answer out, to a reader that throws it away. */
    private double copy(String question) {
        return bench.the(PracticeScope.class).in(practice, () -> {
            bench.the(JdbcTemplate.class).execute("set local work_mem = '256MB'");
            long began = System.nanoTime();
            bench.the(JdbcTemplate.class).execute((ConnectionCallback<Long>) connection -> {
                try {
                    return connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (" + question + ") to stdout", OutputStream.nullOutputStream());
                } catch (IOException broken) {
                    throw new SQLException(broken);
                }
            });
            return (System.nanoTime() - began) / SECOND;
        });
    }

    private void tell() {
        var write = rounds.stream().map(Round::write).toList();
        var file = rounds.stream().map(Round::file).toList();
        var copy = rounds.stream().map(Round::copy).toList();
        OUT.println("database to 837P            s  " + new Measured(write));
        OUT.println("filed, with all that means  s  " + new Measured(file));
        OUT.println("COPY of the ordered join    s  " + new Measured(copy));
        OUT.println("837P / COPY                    " + Measured.ratio(write, copy));
        OUT.println("heap at most                MB " + Runtime.getRuntime().maxMemory() / 1_000_000);
    }
}
