package org.circlekeeper.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processes of the PostgreSQL that a home brings. */
final class Postgres {

    private Postgres() {}

    static Stream<ProcessHandle> processes(Path home) throws IOException {
        var data = home.toRealPath().toString();
        var postmaster = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data)
                        && process.info().command().orElse("").endsWith("postgres"))
                .findFirst()
                .orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }
}
