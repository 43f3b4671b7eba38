package org.circlekeeper.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.database.HomeUse;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an invented practice at work, in a home that is thrown away. */
@Command(name = "demo", description = "Show an invented practice at work. Nothing of yours is touched.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port (${DEFAULT-VALUE}; 0 " + "takes a free one).")
    int port;

    @Option(names = "--keep", description = "Keep the demo's home when it stops, and come back to it the next time.")
    boolean keep;

    @Override
    public Integer call() throws IOException {
        Common.examinePort(port);
        var home = home();
        if (!keep) {
            SpringApplication.getShutdownHandlers().add(() -> throwAway(home));
        }
        try (var _ = new Patience("Starting the demo")) {
            var context = Launch.server(
                    common.program(),
                    HomeUse.DEMO,
                    List.of(
                            "--server.port=" + port,
                            "--spring.profiles.active=demo",
                            "--circlekeeper.home=" + home,
                            "--DATABASE_URL="));
            Answer.aside("The demo is ready: http://127.0.0.1:"
                    + context.getEnvironment().getProperty("local.server.port")
                    + "/" + (keep ? " (kept in " + home + ")" : ""));
        }
        return Launch.GOES_ON;
    }

    private Path home() throws IOException {
        return keep
                ? Path.of(System.getProperty("java.io.tmpdir"), "circlekeeper-demo-" + System.getProperty("user.name"))
                : Files.createTempDirectory("circlekeeper-demo");
    }

    private static void throwAway(Path home) {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stays) {
            Answer.aside("The demo's home " + home + " could not be removed altogether.");
        }
    }
}
