package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands out everything that is kept of a practice. */
@Command(name = "export", description = "Write everything that is kept of a practice as CSV files with a manifest.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--all", required = true, description = "Everything.")
    boolean all;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files, new or empty.")
    Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        try (var desk = Desk.open(common)) {
            var practice = desk.practice(null);
            var actor = desk.actor(practice, Permission.EXPORT_EVERYTHING);
            var folder = Common.path(out);
            desk.note(practice, actor, "exported everything");
            var manifest = Everything.export(desk.get(EverythingStore.class), practice, folder, desk);
            common.answer().say(manifest, words(manifest, folder));
            return manifest.notWritten().isEmpty() ? 0 : 1;
        }
    }

    private static List<String> words(Everything.Manifest manifest, Path folder) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("FILE", "ROWS"));
        manifest.files().forEach(file -> rows.add(List.of(file.file(), String.valueOf(file.rows()))));
        var words = new ArrayList<>(Answer.table(rows));
        manifest.notWritten().forEach(sentence -> words.add("NOT WRITTEN  " + sentence));
        words.add("Written to " + folder + "; manifest.json says what each column means.");
        return words;
    }
}
