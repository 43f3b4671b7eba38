package org.circlekeeper.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL as the account that may. */
record PostgresPrograms(Path bin, ServerAccount account) {

    private static final int SECONDS = 90;

    void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(account.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        var output = Files.createTempFile("circlekeeper-postgres", ".log");
        try {
            // A file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
            var process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new ProgramFailed(program, Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
