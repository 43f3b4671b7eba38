package org.circlekeeper.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads files of X12 for whoever has one before them. Needs no home: it looks at the files and at nothing else. */
@Command(
        name = "x12",
        description = "Tell what files of X12 say, or what is wrong with them.",
        mixinStandardHelpOptions = true,
        subcommands = {X12ExplainCommand.class, X12CheckCommand.class})
final class X12Command implements Callable<Integer> {

    @Override
    public Integer call() {
        throw Refusal.usage("Say what to do with the files: circlekeeper x12 explain FILE..., or circlekeeper x12 "
                + "check FILE...");
    }
}
