package org.circlekeeper.kill;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real program, as processes of their own that can be killed: its commands run in a home of the test's, at the hour
 * of the test's, until they end or are ended.
 */
final class Fork implements AutoCloseable {

    static final int KILLED = 137;

    private static final String HOUR = "2026-11-23T15:00:00Z";
    private static final long PATIENCE_SECONDS = 180;

    private final Path folder;
    private final String classPath;
    private @Nullable Path cache;

    private Fork(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** What a process said on its way, and how it ended. */
    record Ended(int exit, String answer, String said, Duration took) {

        boolean wasKilled() {
            return exit == KILLED;
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(answer);
        }

        /** Done, or something asked for was refused or parked; anything else is a failure. */
        Ended expectDone() {
            if (exit != 0 && exit != 1) {
                throw new AssertionError("The program ended with " + exit + ":\n" + answer + said);
            }
            return this;
        }
    }

    /** Packs the product as it was compiled, so that the cache of loaded classes can be used. */
    static Fork prepare() {
        try {
            var folder = Files.createTempDirectory("circlekeeper-kill");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var jar = folder.resolve("circlekeeper.jar");
            var entries = new ArrayList<String>(List.of(jar.toString()));
            for (var entry : all.split(File.pathSeparator)) {
                if (entry.endsWith("classes") && !entry.endsWith("test-classes")) {
                    pack(jar, Path.of(entry));
                } else if (entry.endsWith(".jar")) {
                    entries.add(entry);
                }
            }
            return new Fork(folder, String.join(File.pathSeparator, entries));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void pack(Path jar, Path classes) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var said = new StringWriter();
        var out = new PrintWriter(said);
        if (tool.run(out, out, "--create", "--no-compress", "--file", jar.toString(), "-C", classes.toString(), ".")
                != 0) {
            throw new IllegalStateException("The product could not be packed: " + said);
        }
    }

    Path home(String name) {
        return folder.resolve(name);
    }

    /** A copy of a home that nobody uses, with everything's owner kept. */
    Path copyOf(Path home, String name) {
        var copy = home(name);
        run(List.of("cp", "-a", home.toString(), copy.toString()));
        return copy;
    }

    /** Runs a command and keeps what it loaded, which makes each later start faster. */
    Ended train(Path home, String... arguments) {
        var fresh = folder.resolve("circlekeeper.aot");
        var ended = finish(start(home, null, List.of("-XX:AOTCacheOutput=" + fresh), arguments));
        if (!Files.exists(fresh)) {
            throw new AssertionError("Nothing was kept of what was loaded:\n" + ended.answer + ended.said);
        }
        cache = fresh;
        return ended;
    }

    Ended run(Path home, String... arguments) {
        return finish(start(home, null, List.of(), arguments));
    }

    /** Runs a command that kills itself when it passes that place the so-and-so-many-th time. */
    Ended killedAt(String place, Path home, String... arguments) {
        return finish(start(home, place, List.of(), arguments));
    }

    /** Runs a command and kills it from outside after a while, wherever it is. */
    Ended killedAfter(Duration while_, Path home, String... arguments) {
        var running = start(home, null, List.of(), arguments);
        try {
            if (!running.process.waitFor(while_.toMillis(), TimeUnit.MILLISECONDS)) {
                running.process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return finish(running);
    }

    private record Running(Process process, Path answer, Path said, long began) {}

    private Running start(Path home, @Nullable String place, List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr"));
        if (cache != null) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off:stderr", "-Xlog:cds*=off:stderr"));
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "org.circlekeeper.Circlekeeper"));
        command.addAll(Arrays.asList(arguments));
        try {
            var answer = Files.createTempFile(folder, "answer", ".json");
            var said = Files.createTempFile(folder, "said", ".log");
            var builder =
                    new ProcessBuilder(command).redirectOutput(answer.toFile()).redirectError(said.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("CIRCLEKEEPER_") || name.equals("DATABASE_URL"));
            environment.put("CIRCLEKEEPER_HOME", home.toString());
            environment.put("CIRCLEKEEPER_CLOCK", HOUR);
            if (place != null) {
                environment.put("CIRCLEKEEPER_KILL_AT", place);
            }
            return new Running(builder.start(), answer, said, System.nanoTime());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Ended finish(Running running) {
        try {
            if (!running.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.process.destroyForcibly().waitFor();
                throw new AssertionError("The program did not end:\n" + read(running.said));
            }
            var took = Duration.ofNanos(System.nanoTime() - running.began);
            return new Ended(running.process.exitValue(), read(running.answer), read(running.said), took);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void run(List<String> command) {
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command.getFirst() + " ended with " + exit);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What still runs in a folder of the test's: nothing, once the last command has ended well. */
    List<String> leftRunning() {
        return inFolder()
                .map(process -> process.info().commandLine().orElse(""))
                .collect(Collectors.toList());
    }

    private Stream<ProcessHandle> inFolder() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    @Override
    public void close() throws IOException {
        inFolder().forEach(ProcessHandle::destroyForcibly);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
