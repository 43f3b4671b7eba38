package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second JVM, beside the one of the tests, that may be killed. */
record OtherProcess(Process process, BufferedReader said) implements AutoCloseable {

    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final Path LOG =
            Path.of("target", "other-process-of-" + ProcessHandle.current().pid() + ".log");

    static OtherProcess running(Class<?> program, String... arguments) throws IOException {
        return running(List.of(), CLASS_PATH, program, arguments);
    }

    static OtherProcess running(List<String> as, String classPath, Class<?> program, String... arguments)
            throws IOException {
        var command = new ArrayList<>(as);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(LOG.toFile());
        if (!as.isEmpty()) {
            builder.directory(new File("/"));
        }
        var process = builder.start();
        return new OtherProcess(process, process.inputReader());
    }

    /** The next line that begins so; whatever else it says is passed over. */
    String line(String beginning) {
        try {
            for (String line; (line = said.readLine()) != null; ) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            throw new AssertionError("It ended and never said " + beginning + ": " + Files.readString(LOG));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: it can tidy up nothing. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void letGo() throws IOException {
        process.getOutputStream().close();
    }

    void terminate() {
        process.destroy();
    }

    void hasEnded() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended within a minute")
                .isTrue();
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
