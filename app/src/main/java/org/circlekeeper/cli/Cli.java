package org.circlekeeper.cli;

import java.util.OptionalInt;
import org.circlekeeper.database.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The whole command line. Words it does not know are told at once; a command starts the program only after that. */
@Command(
        name = "circlekeeper",
        description = "The virtual assistant of a group-therapy practice.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            InitCommand.class,
            ImportCommand.class,
            RoundsCommand.class,
            TodayCommand.class,
            ClaimsCommand.class,
            UserCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            GoLiveCommand.class,
            ExportCommand.class,
            X12Command.class,
            SandboxPayerCommand.class
        },
        footer = {
            "",
            "Answers go to stdout, everything else to stderr. Exit codes: 0 done,",
            "1 something asked for was refused or waits, 2 wrong usage.",
            "CIRCLEKEEPER_HOME says where the practice's things lie (./data)."
        })
public final class Cli {

    private final Class<?> program;

    private Cli(Class<?> program) {
        this.program = program;
    }

    /** Runs a command. Empty when a server goes on running. */
    public static OptionalInt run(Class<?> program, String... words) {
        var cli = new Cli(program);
        var line = new CommandLine(cli)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command))
                .setCaseInsensitiveEnumValuesAllowed(true);
        int code = line.execute(words);
        return code == Launch.GOES_ON ? OptionalInt.empty() : OptionalInt.of(code);
    }

    Class<?> program() {
        return program;
    }

    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof Refusal refusal) {
            if (!refusal.isTold()) {
                command.getErr().println(refusal.sentence());
            }
            return refusal.code();
        }
        var known = CannotStart.behind(failure).map(CannotStart::getMessage).or(() -> BrokenWork.sentence(failure));
        if (known.isPresent()) {
            command.getErr().println(known.get());
            return 1;
        }
        throw failure;
    }
}
