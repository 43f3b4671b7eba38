package org.circlekeeper.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlekeeper.database.DiskTrouble;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Sha256;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything that is kept of a practice: a CSV file per table, and a manifest that says what is what. */
final class Everything {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String TEXTS = "In columns of type text, a cell that a spreadsheet would calculate has one "
            + "apostrophe more at its beginning; without it, it is what is kept.";

    private Everything() {}

    /** What the folder holds; and the documents and answers that were altered in the database and are not in it. */
    record Manifest(
            int version,
            String practice,
            String npi,
            Instant at,
            String texts,
            List<Written> files,
            List<String> notWritten) {}

    /** One file: its rows, its check sum, its columns. */
    record Written(String file, String holds, long rows, String sha256, List<Described> columns) {}

    /** One column: what PostgreSQL calls its type, and what it says. */
    record Described(String name, String type, String says) {}

    static Manifest export(EverythingStore store, Practice practice, Path folder, Desk desk) {
        try {
            OwnFiles.directory(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw Refusal.of(folder + " is not empty. Name a new folder, so that nothing old is mixed in.");
                }
            }
            return wholly(folder, () -> {
                var manifest = desk.in(practice, () -> manifest(store, practice, folder, desk));
                OwnFiles.write(folder.resolve("manifest.json"), JSON.writeValueAsString(manifest));
                return manifest;
            });
        } catch (IOException trouble) {
            throw Refusal.of(sentence(folder, trouble));
        } catch (UncheckedIOException trouble) {
            throw Refusal.of(sentence(folder, Objects.requireNonNull(trouble.getCause())));
        }
    }

    /** What fills a folder. */
    interface Filling<T> {
        T fill() throws IOException;
    }

    /** Fills an empty folder, or leaves it empty: half of everything looks like all of it. */
    static <T> T wholly(Path folder, Filling<T> filling) throws IOException {
        try {
            return filling.fill();
        } catch (IOException | RuntimeException broken) {
            try (var half = Files.newDirectoryStream(folder)) {
                for (var file : half) {
                    Files.deleteIfExists(file);
                }
            }
            throw broken;
        }
    }

    private static String sentence(Path folder, IOException trouble) {
        return DiskTrouble.isFull(trouble)
                ? "The disk is full, and nothing was left in " + folder + ". Free some space and run this again."
                : DiskTrouble.sentence(trouble);
    }

    private static Manifest manifest(EverythingStore store, Practice practice, Path folder, Desk desk) {
        var files = new ArrayList<Written>();
        for (var table : store.tables()) {
            desk.progress("Writing " + table.full());
            files.add(write(store, table, practice, folder));
        }
        desk.progress("Writing documents");
        var documents = DocumentFiles.write(desk.get(Documents.class), folder);
        files.addAll(documents.written());
        desk.progress("Writing answers");
        var answers = AnswerFiles.write(desk.get(Sheets.class), folder);
        files.addAll(answers.written());
        return new Manifest(
                1,
                practice.name(),
                practice.npi().value(),
                desk.get(Clock.class).instant(),
                TEXTS,
                files,
                Stream.concat(documents.notWritten().stream(), answers.notWritten().stream())
                        .toList());
    }

    private static Written write(EverythingStore store, EverythingStore.Table table, Practice practice, Path folder) {
        var file = table.full() + ".csv";
        var digest = Sha256.digest();
        var rows = new AtomicLong();
        try (var bytes = new DigestOutputStream(OwnFiles.stream(folder.resolve(file)), digest);
                var csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(
                    table.columns().stream().map(EverythingStore.Column::name).toList());
            store.rows(table, practice.id().value(), row -> {
                csv.writeRecord(shown(table, row));
                rows.incrementAndGet();
            });
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        var columns = table.columns().stream()
                .map(column -> new Described(column.name(), column.type(), Meanings.of(table.full(), column.name())))
                .toList();
        return new Written(
                file, Meanings.of(table.full()), rows.get(), HexFormat.of().formatHex(digest.digest()), columns);
    }

    /** No text is calculated by the spreadsheet that opens the file (CWE-1236); numbers stay numbers. */
    static List<String> shown(EverythingStore.Table table, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> table.columns().get(i).type().equals("text") ? shown(row.get(i)) : row.get(i))
                .toList();
    }

    private static String shown(String text) {
        return !text.isEmpty() && "=+-@\t\r'".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
