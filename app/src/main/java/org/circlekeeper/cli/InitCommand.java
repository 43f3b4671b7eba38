package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.movein.Openings;
import org.circlekeeper.movein.Openings.Opening;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.practice.Practice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a practice in this home. */
@Command(name = "init", description = "Open a practice in this home. Again with a known NPI changes nothing.")
final class InitCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Override
    public Integer call() throws IOException {
        var typed = common.practice;
        if (typed == null) {
            throw Refusal.usage("Say which file describes the practice: circlekeeper init --practice practice.json");
        }
        var file = Common.path(Path.of(typed));
        if (!Files.isRegularFile(file)) {
            throw Refusal.of("There is no file " + file + ". Give the path of the practice's practice.json.");
        }
        try (var desk = Desk.open(common)) {
            return answer(desk.get(Openings.class).open(SourceFile.of(file), Desk.operator()));
        }
    }

    /** What init answers. */
    record Told(String practice, String npi, boolean created) {}

    private int answer(Opening opening) {
        switch (opening) {
            case Opening.Opened opened -> {
                say(
                        opened.practice(),
                        true,
                        "is open, with " + Answer.count(opened.payers(), "payer", "payers")
                                + ". Next: circlekeeper import DIR");
                opened.notRead()
                        .forEach(field -> Answer.aside("The file has \"" + field + "\", which is not read. Correct the "
                                + "word if it was meant to be."));
            }
            case Opening.KnownAlready known -> say(known.practice(), false, "was open already. Nothing changed");
            case Opening.Flawed flawed -> {
                flawed.sentences().forEach(Answer::aside);
                return 1;
            }
        }
        return 0;
    }

    private void say(Practice practice, boolean created, String words) {
        common.answer()
                .say(
                        new Told(practice.name(), practice.npi().value(), created),
                        List.of(practice.name() + " (NPI " + practice.npi() + ") " + words + "."));
    }
}
