package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxFolder;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A payer to practise with, in a folder; it needs no home. */
@Command(
        name = "sandbox-payer",
        description = "Answer questions to payers that lie in a folder or come by SFTP, by scenario.")
final class SandboxPayerCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(
            arity = "1",
            paramLabel = "FOLDER",
            description = "Questions are read from its folder in; answers come into its folder out.")
    Path folder = Path.of(".");

    @Option(
            names = "--scenarios",
            paramLabel = "FILE",
            description = "A member id and a scenario a line; else the member id begins with the scenario's name.")
    @Nullable
    Path scenarios;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "Whose delimiters the answers have: usual, waystar, stedi or lines.")
    String dialect = "usual";

    @Option(names = "--once", description = "Answer what lies there and end.")
    boolean once;

    @Mixin
    SandboxDoor door = new SandboxDoor();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (once && door.isWanted()) {
            throw Refusal.usage("Somebody who comes by SFTP is waited for: leave out --once or --sftp.");
        }
        var spoken = Dialect.of(dialect)
                .orElseThrow(
                        () -> Refusal.usage("A dialect is usual, waystar, stedi or lines; " + dialect + " is none."));
        var mailbox = new SandboxFolder(Common.path(folder), new SandboxPayer(known(), spoken));
        try (var open = door.open(Common.path(folder))) {
            do {
                tell(mailbox.round());
                if (!once || mailbox.hasLate()) {
                    TimeUnit.SECONDS.sleep(1);
                }
            } while (!once || mailbox.hasLate());
            return 0;
        }
    }

    private void tell(SandboxFolder.Round round) {
        round.left().forEach(Answer::aside);
        if (!round.answered().isEmpty()) {
            common.answer()
                    .say(
                            round.answered(),
                            round.answered().stream()
                                    .map(name -> "Answered " + name + ".")
                                    .toList());
        }
    }

    private Scenarios known() throws IOException {
        if (scenarios == null) {
            return Scenarios.none();
        }
        var file = Common.path(scenarios);
        if (!Files.isReadable(file)) {
            throw Refusal.usage("There is no scenario file " + file + " to read.");
        }
        return Scenarios.read(file);
    }
}
