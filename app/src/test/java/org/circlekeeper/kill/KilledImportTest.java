package org.circlekeeper.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kills an import on its way, at moments of chance: what it leaves is nothing, and the next run finishes the job. */
class KilledImportTest {

    private static final Path MAPLE_STREET =
            Path.of("src", "main", "resources", "sample", "maple-street").toAbsolutePath();
    private static final long SEED = Long.getLong("kill.seed", 20261123);
    private static final int KILLS = 4;
    private static final int MOST_TRIES = 24;

    private final Random random = new Random(SEED);
    private final Fork fork = Fork.prepare();
    private final Path opened = fork.home("opened");
    private final String[] command = {"import", MAPLE_STREET.toString(), "--json"};

    @AfterEach
    void nothing_stays() throws IOException {
        fork.close();
    }

    @Test
    void an_import_that_was_killed_is_finished_by_the_next_run() {
        fork.train(
                        opened,
                        "init",
                        "--practice",
                        MAPLE_STREET.resolve("practice.json").toString())
                .expectDone();
        var undisturbed = fork.run(fork.copyOf(opened, "undisturbed"), command).expectDone();
        var home = killed(undisturbed.took());

        var finished = fork.run(home, command).expectDone().json();
        var again = fork.run(home, command).expectDone().json();

        for (var counted : new String[] {"groups", "sessions", "patients"}) {
            assertThat(finished.get(counted).asInt())
                    .as(counted + ", seed " + SEED)
                    .isEqualTo(undisturbed.json().get(counted).asInt());
        }
        assertThat(finished.get("imported").asInt() + finished.get("unchanged").asInt())
                .isEqualTo(undisturbed.json().get("imported").asInt());
        assertThat(finished.get("refused")).isEqualTo(undisturbed.json().get("refused"));
        assertThat(again.get("imported").asInt()).isZero();
        assertThat(fork.leftRunning()).isEmpty();
    }

    /** The home of the last of so many deaths; an import that was faster than its death does not count. */
    private Path killed(Duration usually) {
        var home = fork.copyOf(opened, "life-0");
        int kills = 0;
        for (int tries = 1; kills < KILLS; tries++) {
            assertThat(tries).as("tries to kill it, seed " + SEED).isLessThanOrEqualTo(MOST_TRIES);
            // The latter part of it: before, the program has not begun to write.
            double share = 0.6 + 0.4 * random.nextDouble();
            var ended = fork.killedAfter(Duration.ofMillis((long) (usually.toMillis() * share)), home, command);
            if (ended.wasKilled()) {
                kills++;
            } else {
                ended.expectDone();
                home = fork.copyOf(opened, "life-" + tries);
            }
        }
        return home;
    }
}
