package org.circlekeeper.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The whole process, as a person starts it: {@code bin/circlekeeper serve} on a build that is there, in a home that was
 * used before, until the health page says ready; and what it holds in memory once it idles.
 */
public final class StartBenchmark {

    private static final int RUNS = 5;
    private static final int IDLE_SECONDS = 15;
    private static final double SECOND = 1e9;
    private static final double KILOBYTES_OF_MEGABYTE = 1000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Path home;
    private final List<Double> work = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private StartBenchmark(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("circlekeeper-benchmark");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            new StartBenchmark(home).measure();
        } finally {
            try (var files = Files.walk(home)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        OUT.printf(Locale.ROOT, "first start, empty home: ready in %.2f s%n", run(false));
        work.clear();
        var ready = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            ready.add(run(i == RUNS - 1));
        }
        OUT.println("warm home: ready in s           " + new Measured(ready));
        OUT.println("of it work of a processor for s " + new Measured(work));
    }

    /** Seconds until ready. */
    private double run(boolean weigh) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder("bin/circlekeeper", "serve", "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CIRCLEKEEPER_HOME", home.toString());
        builder.environment().put("CIRCLEKEEPER_TRAIN", "no");
        builder.environment().remove("DATABASE_URL");
        long began = System.nanoTime();
        var program = builder.start();
        while (!isReady(port)) {
            if (!program.isAlive() || System.nanoTime() - began > 120 * SECOND) {
                program.destroyForcibly();
                throw new IllegalStateException("The program did not become ready");
            }
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - began) / SECOND;
        program.toHandle().info().totalCpuDuration().ifPresent(used -> work.add(used.toNanos() / SECOND));
        if (weigh) {
            OUT.println("the JDK's cache of classes is " + (usesCache(program.pid()) ? "in use" : "not in use"));
            Thread.sleep(IDLE_SECONDS * 1000);
            weigh(program.pid());
        }
        program.destroy();
        if (!program.waitFor(60, TimeUnit.SECONDS)) {
            program.destroyForcibly();
            throw new IllegalStateException("The program did not end when it was asked to");
        }
        return seconds;
    }

    /** What the program really has before it, whatever it was told. */
    private static boolean usesCache(long program) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(program), "maps")).stream()
                .anyMatch(line -> line.endsWith("circlekeeper.aot"));
    }

    private boolean isReady(int port) throws InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Resident memory of the JVM; and each process' fair share of what they share, summed with PostgreSQL's. */
    private void weigh(long program) throws IOException {
        double java = kilobytes(program, "status", "VmRSS:") / KILOBYTES_OF_MEGABYTE;
        double all = kilobytes(program, "smaps_rollup", "Pss:");
        for (var process : Postgres.processes(home).toList()) {
            all += kilobytes(process.pid(), "smaps_rollup", "Pss:");
        }
        OUT.printf(
                Locale.ROOT,
                "idle: JVM %.0f MB resident; with PostgreSQL %.0f MB%n",
                java,
                all / KILOBYTES_OF_MEGABYTE);
    }

    private static double kilobytes(long process, String file, String line) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), file)).stream()
                .filter(text -> text.startsWith(line))
                .mapToDouble(text -> Double.parseDouble(text.replaceAll("\\D", "")))
                .sum();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
