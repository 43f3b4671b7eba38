package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.ErrorFile;
import org.circlekeeper.movein.ImportResult;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.Openings;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.Undone;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Npi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a practice's exports in. */
@Command(name = "import", description = "Bring in a folder of exports, or take an import back.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder with staff.csv, clients.csv, " + "appointments.csv and " + "attendance.csv.")
    @Nullable
    Path folder;

    @Option(names = "--dry-run", description = "Say what would happen, and change nothing.")
    boolean dryRun;

    @Option(names = "--undo", paramLabel = "TOKEN", description = "Take back the import that gave this token.")
    @Nullable
    String undo;

    @Option(names = "--accept", description = "Take differences over in rows that were imported before.")
    boolean accept;

    @Option(
            names = "--column",
            paramLabel = "FILE:COLUMN=HEADER",
            description = "Say which header holds a column, as in clients.csv:birth date=Born; it is remembered.")
    List<String> columns = new ArrayList<>();

    @Option(names = "--errors", paramLabel = "FILE", description = "Write the refused rows to this CSV file.")
    @Nullable
    Path errors;

    @Override
    public Integer call() throws IOException {
        if (undo != null) {
            return takeBack(undo);
        }
        if (folder == null) {
            throw Refusal.usage("Say which folder: circlekeeper import DIR");
        }
        var path = Common.path(folder);
        if (!Files.isDirectory(path)) {
            throw Refusal.of("There is no folder " + path + ". Give the folder that holds the exports.");
        }
        var drop = Drop.of(path);
        try (var desk = Desk.open(common)) {
            var practice = desk.practice(Openings.npiOf(drop).map(Npi::value).orElse(null));
            var actor = desk.actor(practice, Permission.IMPORT);
            var imports = desk.get(Imports.class);
            if (errors != null) {
                OwnFiles.open(Common.path(errors), false).close();
            }
            columns.forEach(column -> remember(desk, practice, imports, column));
            var result = desk.in(
                    practice,
                    () -> dryRun ? imports.dryRun(drop, actor) : imports.take(drop, actor, accept, desk::progress));
            if (errors != null) {
                OwnFiles.write(Common.path(errors), ErrorFile.of(result.refused()));
            }
            common.answer().say(shape(result), words(result));
            asides(result);
            return result.refused().isEmpty() && !isWaiting(result) ? 0 : 1;
        }
    }

    /** Whether something differs that would be taken over on a word, which was not given. */
    private boolean isWaiting(ImportResult result) {
        return !accept && result.differences().stream().anyMatch(one -> one.acceptable());
    }

    private static void remember(Desk desk, Practice practice, Imports imports, String typed) {
        var parts = typed.split("[:=]", 3);
        boolean known = parts.length == 3
                && desk.in(practice, () -> imports.remember(parts[0], parts[1].strip(), parts[2].strip()));
        if (!known) {
            throw Refusal.usage("Write --column like this: --column \"clients.csv:birth date=Born\"");
        }
    }

    /** What import answers. */
    record Told(
            int groups,
            int sessions,
            int patients,
            int imported,
            int unchanged,
            int changed,
            List<Refused> refused,
            @Nullable UUID undo) {}

    private static Told shape(ImportResult result) {
        return new Told(
                result.groups(),
                result.sessions(),
                result.patients(),
                result.imported(),
                result.unchanged(),
                result.changed(),
                result.refused(),
                result.undo());
    }

    private List<String> words(ImportResult result) {
        var words = new ArrayList<String>();
        words.add((dryRun ? "Would import " : "Imported ") + Answer.count(result.imported(), "row", "rows") + "; "
                + result.unchanged() + " unchanged, " + result.changed() + " changed, "
                + result.refused().size()
                + " refused.");
        words.add("The files hold " + Answer.count(result.groups(), "group", "groups") + ", "
                + Answer.count(result.sessions(), "session", "sessions") + " and "
                + Answer.count(result.patients(), "patient", "patients") + ".");
        result.refused()
                .forEach(row -> words.add(
                        "Refused: " + row.file() + (row.row() > 0 ? " row " + row.row() : "") + ": " + row.reason()));
        if (result.undo() != null) {
            words.add("To take it back: circlekeeper import --undo " + result.undo());
        }
        return words;
    }

    /** Not in the answer's shape, and worth knowing. */
    private static void asides(ImportResult result) {
        result.notices().stream()
                .limit(50)
                .forEach(notice -> Answer.aside(
                        notice.file() + (notice.row() > 0 ? " row " + notice.row() : "") + ": " + notice.sentence()));
        result.differences()
                .forEach(one -> Answer.aside(one.file() + " row " + one.row() + ": " + one.id() + "'s "
                        + one.field() + " was \"" + one.before() + "\" and is now \"" + one.after() + "\". "
                        + (one.acceptable() ? "Take it over with --accept." : one.remedy())));
        result.vanished()
                .forEach(gone -> Answer.aside(gone.file() + " no longer holds " + gone.id()
                        + ", which was imported before. It stays here; end it by hand if it is over."));
        if (result.accepted() > 0) {
            Answer.aside(Answer.count(result.accepted(), "difference", "differences") + " taken over.");
        }
    }

    private int takeBack(String token) {
        UUID id;
        try {
            id = UUID.fromString(token);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.usage("\"" + token + "\" is no token of an import; it looks like 0198f3a2-….");
        }
        try (var desk = Desk.open(common)) {
            var made = desk.practices().stream()
                    .filter(one -> desk.in(one, () -> desk.get(Imports.class).made(id)))
                    .findFirst()
                    .map(one -> one.npi().value());
            var practice = desk.practice(made.orElse(null));
            var actor = desk.actor(practice, Permission.IMPORT);
            return switch (desk.in(practice, () -> desk.get(Imports.class).undo(id, actor))) {
                case Undone.TakenBack back -> {
                    common.answer()
                            .say(
                                    new TakenBack(back.rows()),
                                    List.of(Answer.count(back.rows(), "row", "rows") + " taken " + "back."));
                    yield 0;
                }
                case Undone.NotPossible not -> throw Refusal.of(not.why());
            };
        }
    }

    /** What an undo answers. */
    record TakenBack(int takenBack) {}
}
