package org.circlekeeper.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long processors have worked for this program and its PostgreSQL: on a busy machine it says more than the clock.
 */
public final class Processor {

    private static final double SECOND = 1e9;

    private Processor() {}

    /** Seconds so far, of those processes that are alive. */
    public static double seconds(Path home) throws IOException {
        return Stream.concat(Stream.of(ProcessHandle.current()), Postgres.processes(home))
                        .map(process -> process.info().totalCpuDuration())
                        .flatMap(Optional::stream)
                        .mapToLong(Duration::toNanos)
                        .sum()
                / SECOND;
    }
}
