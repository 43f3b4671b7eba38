package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, started, told to stop, killed and started again. */
class ServingTest {

    @TempDir
    Path directory;

    @Test
    void it_stops_its_database_when_told_to_and_starts_again_after_it_was_killed() throws Exception {
        var home = Home.at(directory);
        try (var first = OtherProcess.running(Served.class, directory.toString())) {
            var port = first.line("ready").substring("ready ".length());
            assertThat(Running.in(home)).get().satisfies(said -> {
                assertThat(said.pid()).isEqualTo(first.pid());
                assertThat(said.address()).isEqualTo("http://localhost:" + port + "/");
            });
            first.terminate();
            first.hasEnded();
        }
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(Running.in(home)).isEmpty();

        try (var killed = OtherProcess.running(Served.class, directory.toString())) {
            killed.line("ready");
            killed.kill();
        }
        assertThat(directory.resolve("postgres/data/postmaster.pid")).exists();

        try (var next = OtherProcess.running(Served.class, directory.toString())) {
            next.line("ready");
            next.terminate();
            next.hasEnded();
        }
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(directory.resolve("postgres/data/server.log")))
                .doesNotContain("STATEMENT:");
    }
}
