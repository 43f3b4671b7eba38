package org.circlekeeper.movein.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.SourceFile;

/** A file as a grid of texts. Values that repeat are kept once, so that a year of appointments fits in memory. */
public record Table(String file, List<String> header, List<Line> lines, List<Notice> notices) {

    /** The most that is read of one file. */
    public static final long MOST_BYTES = 50L << 20;

    /** The most rows of one file. */
    public static final int MOST_ROWS = 200_000;

    private static final int POOL = 100_000;

    /** One row below the header, numbered as a spreadsheet numbers it. */
    public record Line(int number, List<String> cells) {}

    /** The file as a whole cannot be used. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;
        private final int row;

        Unusable(int row, String sentence) {
            super(sentence);
            this.row = row;
        }

        public int row() {
            return row;
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    public static Table read(SourceFile file) throws Unusable {
        if (file.size() > MOST_BYTES) {
            throw new Unusable(0, "is larger than 50 MB. Export fewer months at a time.");
        }
        try {
            return switch (Encoding.of(file)) {
                case Encoding.Unreadable unreadable -> throw new Unusable(unreadable.row(), unreadable.sentence());
                case Encoding.Known known -> read(file, known);
            };
        } catch (IOException | UncheckedIOException broken) {
            throw new Unusable(0, "cannot be read. Check that the file is whole and that this user may open it.");
        } catch (CsvParseException broken) {
            throw new Unusable(
                    0, "is not a table: a quotation mark is opened and never closed, or a cell is too " + "long.");
        }
    }

    private static Table read(SourceFile file, Encoding.Known encoding) throws IOException, Unusable {
        var notices = new ArrayList<Notice>();
        if (encoding.oddRow() > 0) {
            notices.add(new Notice(
                    file.name(),
                    encoding.oddRow(),
                    "",
                    "This row is not UTF-8; the file was read as "
                            + "Windows-1252. Look at names with accents, and save as CSV UTF-8 when one is wrong."));
        }
        try (var reader = new BufferedReader(encoding.open(file), 1 << 16)) {
            var separator = separator(reader);
            try (var csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(reader)) {
                return grid(file.name(), csv, notices);
            }
        }
    }

    private static Table grid(String name, CsvReader<CsvRecord> csv, List<Notice> notices) throws Unusable {
        var header = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        var pool = new HashMap<String, String>();
        int number = 0;
        for (var record : csv) {
            number++;
            if (record.getFields().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header.isEmpty()) {
                record.getFields().forEach(cell -> header.add(cell.strip()));
            } else if (lines.size() == MOST_ROWS) {
                throw new Unusable(number, "has more than 200,000 rows. Export fewer months at a time.");
            } else {
                lines.add(new Line(
                        number,
                        record.getFields().stream()
                                .map(cell -> pooled(pool, cell.strip()))
                                .toList()));
            }
        }
        if (header.isEmpty()) {
            throw new Unusable(0, "is empty. Export it again.");
        }
        return new Table(name, header, lines, notices);
    }

    private static String pooled(Map<String, String> pool, String cell) {
        var known = pool.get(cell);
        if (known == null && pool.size() < POOL) {
            pool.put(cell, cell);
        }
        return known == null ? cell : known;
    }

    /** Comma, semicolon or tab: whichever the header has most of. */
    private static char separator(Reader reader) throws IOException {
        reader.mark(1 << 15);
        int[] seen = new int[3];
        for (int i = 0, letter = reader.read();
                i < 16_000 && letter >= 0 && letter != '\n';
                i++, letter = reader.read()) {
            int which = ",;\t".indexOf(letter);
            if (which >= 0) {
                seen[which]++;
            }
        }
        reader.reset();
        return seen[2] > Math.max(seen[0], seen[1]) ? '\t' : seen[1] > seen[0] ? ';' : ',';
    }
}
