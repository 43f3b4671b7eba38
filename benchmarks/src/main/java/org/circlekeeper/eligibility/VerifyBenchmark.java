package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.benchmarks.Bench;
import org.circlekeeper.benchmarks.Heap;
import org.circlekeeper.benchmarks.Processor;
import org.circlekeeper.benchmarks.Statements;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxFolder;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenarios;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 10,000 people with a session soon, verified from end to end by two rounds of the assistant: one chooses and asks, the
 * payer of the sandbox answers, and the next takes in what lies in the inbox. Then 20,000 people in a single
 * transaction set, taken in by a program of a small heap. It stands in the package of what it measures.
 */
public final class VerifyBenchmark {

    private static final int PEOPLE = 10_000;
    private static final int PEOPLE_OF_ONE_SET = 20_000;
    private static final int OF_A_GROUP = 10;

    /** A statement that is asked more often than once for so many people is one that a person costs. */
    private static final int PEOPLE_OF_A_STATEMENT = 20;

    private static final int WIDTH = 90;
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Bench bench;
    private final PracticeId practice;
    private final Path home;
    private boolean oneForEach;
    private double processor;

    private VerifyBenchmark(Bench bench, PracticeId practice, Path home) {
        this.bench = bench;
        this.practice = practice;
        this.home = home;
    }

    /**
     * {@code verify HOME} measures all of the way. {@code ask HOME} asks about 20,000 people and lays their answers,
     * all of one transaction set, into the inbox; {@code receive HOME} takes them in, in a heap as small as wanted.
     */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[1]);
        var known = home.resolve("practice");
        try (var bench = new Bench(home)) {
            switch (arguments[0]) {
                case "verify" -> new VerifyBenchmark(bench, seeded(bench, PEOPLE), home).verify();
                case "ask" -> {
                    var practice = seeded(bench, PEOPLE_OF_ONE_SET);
                    new VerifyBenchmark(bench, practice, home).askForOneSet();
                    Files.writeString(known, practice.toString());
                }
                default -> {
                    var practice = new PracticeId(UUID.fromString(Files.readString(known)));
                    new VerifyBenchmark(bench, practice, home).receive();
                }
            }
        }
    }

    private static PracticeId seeded(Bench bench, int people) {
        var practice = bench.seed(people / OF_A_GROUP, 0);
        bench.sow(practice, "/verify.sql");
        bench.clean();
        return practice;
    }

    private void verify() throws IOException {
        var heap = Heap.watched();
        double asked = part("a round chooses, asks, and 270s leave", this::round);
        must("questions that left", count("eligibility.question where status = 'SENT'"), PEOPLE);
        double answered = part("the payer of the sandbox answers", this::answer);
        double taken = part("a round takes in what came", this::round);
        must("people with an answer", count("(select distinct patient_id from eligibility.answer) a"), PEOPLE);
        must("questions still open", count("eligibility.question where status in ('QUEUED', 'WRITTEN', 'SENT')"), 0);
        must("answers that wait for a person", count("eligibility.parked"), 0);
        double whole = asked + answered + taken;
        OUT.printf(Locale.ROOT, "%,d people verified: %.1f s, %.1f s of a processor%n", PEOPLE, whole, processor);
        close(heap);
    }

    private void askForOneSet() throws IOException {
        part("a round asks about " + PEOPLE_OF_ONE_SET, this::round);
        var inbox = Files.createDirectories(home.resolve("inbox").resolve("271"));
        int people = OneSet.write(files(home.resolve("outbox").resolve("270")), inbox.resolve("night.271"));
        must("people in one set", people, PEOPLE_OF_ONE_SET);
    }

    private void receive() throws IOException {
        var file = home.resolve("inbox").resolve("271").resolve("night.271");
        double megabytes = Files.size(file) / MEGABYTE;
        var heap = Heap.watched();
        double seconds = part(
                "one set is taken in",
                () -> must("files", bench.the(Courier.class).takeIn(practice), 1));
        must("answers", count("eligibility.answer"), PEOPLE_OF_ONE_SET);
        must("questions answered", count("eligibility.question where status = 'ANSWERED'"), PEOPLE_OF_ONE_SET);
        OUT.printf(Locale.ROOT, "%,d people in one set, %.1f MB: %.1f s%n", PEOPLE_OF_ONE_SET, megabytes, seconds);
        close(heap);
    }

    private void close(Heap heap) {
        OUT.println("heap: " + heap);
        if (oneForEach) {
            OUT.println("A statement is asked for each person.");
            System.exit(1);
        }
    }

    /** What may break on the disk. */
    private interface Part {
        void run() throws IOException;
    }

    private double part(String name, Part part) throws IOException {
        bench.statements().forget();
        double worked = Processor.seconds(home);
        long began = System.nanoTime();
        part.run();
        double seconds = (System.nanoTime() - began) / SECOND;
        double work = Processor.seconds(home) - worked;
        processor += work;
        OUT.printf(Locale.ROOT, "%-42s %5.1f s, %.1f s of a processor%n", name, seconds, work);
        tell(bench.statements().work());
        return seconds;
    }

    private void tell(List<Statements.Seen> seen) {
        var most = seen.stream().collect(groupingBy(Statements.Seen::sql, counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue());
        most.ifPresent(one -> {
            var words = one.getKey().strip().replaceAll("\\s+", " ");
            OUT.printf(
                    "  %d statements, at most %d times: %s%n",
                    seen.size(), one.getValue(), words.substring(0, Math.min(WIDTH, words.length())));
            oneForEach |= one.getValue() > PEOPLE / PEOPLE_OF_A_STATEMENT;
        });
    }

    private void round() {
        bench.the(Rounds.class).make(practice);
    }

    /** Carries the questions to the payer, and what it answers into the inbox, as a clearinghouse does. */
    private void answer() throws IOException {
        var payers = home.resolve("sandbox");
        var folder = new SandboxFolder(payers, new SandboxPayer(Scenarios.none(), Dialect.USUAL));
        for (var questions : files(home.resolve("outbox").resolve("270"))) {
            Files.copy(questions, payers.resolve("in").resolve(questions.getFileName()));
        }
        folder.round();
        var inbox = Files.createDirectories(home.resolve("inbox").resolve("271"));
        for (var reply : files(payers.resolve("out"))) {
            Files.move(reply, inbox.resolve(reply.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var listed = Files.newDirectoryStream(folder)) {
            listed.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private int count(String rows) {
        return bench.the(PracticeScope.class)
                .in(
                        practice,
                        () -> bench.the(JdbcTemplate.class)
                                .queryForObject("select count(*) from " + rows, Integer.class));
    }

    private static void must(String what, int is, int expected) {
        if (is != expected) {
            throw new IllegalStateException(what + ": " + is + " in place of " + expected);
        }
    }
}
