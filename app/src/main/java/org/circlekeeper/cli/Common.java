package org.circlekeeper.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command understands. */
final class Common {

    private static final int LAST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    @Option(names = "--json", description = "Answer in JSON.")
    boolean json;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Work as this person (e-mail address), with their " + "roles.")
    @Nullable
    String as;

    @Option(
            names = "--practice",
            paramLabel = "NPI",
            description = "Which practice, when there are several (for " + "init: its practice.json).")
    @Nullable
    String practice;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    Class<?> program() {
        if (command == null) {
            throw new IllegalStateException("Not part of a command");
        }
        return ((Cli) command.root().userObject()).program();
    }

    Answer answer() {
        return new Answer(json);
    }

    /** Refuses a port that no machine has. */
    static void examinePort(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw Refusal.usage(
                    "A port is a number up to " + LAST_PORT + "; " + port + " is none. 0 takes a free one.");
        }
    }

    /** A path as whoever typed it means it: the program itself runs elsewhere. */
    static Path path(Path typed) {
        return Path.of(System.getProperty("circlekeeper.cwd", ""))
                .resolve(typed)
                .toAbsolutePath()
                .normalize();
    }
}
