package org.circlekeeper.movein.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.SourceFile;

/** A file as a grid of texts. Values that repeat are kept once, so that a year of appointments fits in memory. */
public record Table(String file, List<String> header, List<Line> lines, List<Notice> notices) {

    /** The most that is read of one file. */
    public static final long MOST_BYTES = 50L << 20;

    /** The most rows of one file. */
    public static final int MOST_ROWS = 200_000;

    private static final int POOL = 100_000;

    /** Letters without a width, those that turn the direction of writing, and controls but for tab and new line. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF[\\p{Cc}&&[^\\t\\n\\r]]]");

    private static final String UNCLOSED =
            "is no table from here on: a quotation mark is opened and never closed, or a cell is too long. Close the "
                    + "mark, or write it twice where it belongs to the text.";

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
            throw new Unusable(0, "cannot be read. Check that it is a whole file and that this user may open it.");
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
        try (var reader = new BufferedReader(new Ended(encoding.open(file)), 1 << 16)) {
            var separator = Separator.of(reader);
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
        try {
            for (var record : csv) {
                number++;
                var cells = record.getFields();
                if (Ended.isEnd(cells)) {
                    return whole(name, header, lines, notices);
                } else if (cells.stream().allMatch(String::isBlank) || Separator.isSaid(cells, header)) {
                    continue;
                } else if (header.isEmpty()) {
                    cells.forEach(cell -> header.add(clean(cell)));
                } else if (lines.size() == MOST_ROWS) {
                    throw new Unusable(number, "has more than 200,000 rows. Export fewer months at a time.");
                } else {
                    lines.add(new Line(
                            number,
                            cells.stream()
                                    .map(cell -> pooled(pool, clean(cell)))
                                    .toList()));
                }
            }
        } catch (CsvParseException broken) {
            throw new Unusable(number + 1, UNCLOSED);
        }
        throw new Unusable(number, UNCLOSED);
    }

    private static Table whole(String name, List<String> header, List<Line> lines, List<Notice> notices)
            throws Unusable {
        if (header.isEmpty()) {
            throw new Unusable(0, "is empty. Export it again.");
        }
        return new Table(name, header, lines, notices);
    }

    /** The same with another line as its header: some reports say first what they are and when they were made. */
    Table under(Line line) {
        return new Table(
                file,
                line.cells(),
                lines.stream().filter(other -> other.number() > line.number()).toList(),
                notices);
    }

    /** Without spaces at its ends, those that do not break a line among them, and without what nobody can see. */
    private static String clean(String cell) {
        return UNSEEN.matcher(cell.replace('\u00A0', ' ').replace('\u202F', ' '))
                .replaceAll("")
                .strip();
    }

    private static String pooled(Map<String, String> pool, String cell) {
        var known = pool.get(cell);
        if (known == null && pool.size() < POOL) {
            pool.put(cell, cell);
        }
        return known == null ? cell : known;
    }
}
