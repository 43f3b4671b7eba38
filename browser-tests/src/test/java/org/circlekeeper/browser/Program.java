package org.circlekeeper.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The product as a process of its own, started as a newcomer starts it: {@code demo} on a free port. When it is closed
 * it is asked to end, and must leave nothing running.
 */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What only the tests bring along; the product starts without it. */
    private static final Pattern OURS =
            Pattern.compile(".*(test-classes|playwright|driver-bundle|/driver-|junit|surefire|gson|axe-core).*");

    private final Process process;
    private final Path folder;
    private final Path log;
    private final String address;

    private Program(Process process, Path folder, Path log, String address) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.address = address;
    }

    /** Starts the demo and waits until it is ready. */
    static Program demo() {
        try {
            var readable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
            var folder = Files.createTempDirectory("circlekeeper-browser", readable);
            // The process' mask may have taken bits away, and a server beneath another account must get through.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = freePort();
            var log = Path.of("target", "demo.log");
            Files.createDirectories(log.getParent());
            var program =
                    new Program(start(command(folder, port), folder, log), folder, log, "http://127.0.0.1:" + port);
            program.awaitReady();
            return program;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> command(Path folder, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                "org.circlekeeper.Circlekeeper",
                "demo",
                "--port",
                Integer.toString(port));
    }

    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !OURS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Process start(List<String> command, Path folder, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("CIRCLEKEEPER_") || name.equals("DATABASE_URL"));
        // A home that the demo must not touch.
        builder.environment()
                .put("CIRCLEKEEPER_HOME", folder.resolve("a-real-home").toString());
        return builder.start();
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The program ended before it was ready:\n" + tail());
            }
            if (isReady()) {
                return;
            }
            sleep(100);
        }
        close();
        throw new IllegalStateException("The program was not ready after " + PATIENCE + ":\n" + tail());
    }

    private boolean isReady() {
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String address() {
        return address;
    }

    /** The end of what the program said, for the message of a failure. */
    String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return "(no log)";
        }
    }

    /** Asks the program to end, and looks after it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                throw new IllegalStateException("The program did not end when it was asked to:\n" + tail());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var left = leftOver();
        left.forEach(ProcessHandle::destroyForcibly);
        if (!left.isEmpty()) {
            throw new IllegalStateException("The program left running: " + left);
        }
        if (Files.exists(folder.resolve("a-real-home"))) {
            throw new IllegalStateException("The demo wrote into CIRCLEKEEPER_HOME");
        }
        remove(folder);
    }

    private List<ProcessHandle> leftOver() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
