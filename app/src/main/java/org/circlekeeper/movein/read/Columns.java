package org.circlekeeper.movein.read;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which column of a table holds what. */
public record Columns(Map<Column, Integer> places, Map<Column, String> headers) {

    /** So many names are offered when a column is missing; more are understood. */
    private static final int MOST_NAMES = 6;

    /** Reports that say above their header what they are do so in a few lines. */
    private static final int MOST_LINES_ABOVE = 15;

    private static final int LONGEST_CELL = 1000;

    /**
     * What became of the search: the columns, the headers they have, what is missing, and which columns of the table
     * nobody reads.
     */
    public record Found(
            Columns columns, Map<Column, String> headers, List<List<Column>> missing, List<Integer> notRead) {}

    /** By the header that this practice used before, else by any known name; the first name counts most. */
    public static Found in(Table table, Kind kind, Map<Column, String> remembered) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var headers = new EnumMap<Column, String>(Column.class);
        for (var column : kind.columns()) {
            int place = place(table, column, remembered.getOrDefault(column, ""));
            if (place >= 0) {
                places.put(column, place);
                headers.put(column, table.header().get(place));
            }
        }
        var missing = new ArrayList<List<Column>>();
        for (var either : kind.needed()) {
            if (either.stream().noneMatch(places::containsKey)) {
                missing.add(either);
            } else if (either.contains(Column.DATE) && saysNoDay(table, places)) {
                missing.add(List.of(Column.DATE));
            }
        }
        return new Found(new Columns(places, headers), headers, missing, notRead(table, headers));
    }

    private static List<Integer> notRead(Table table, Map<Column, String> headers) {
        return IntStream.range(0, table.header().size())
                .filter(place -> !table.header().get(place).isEmpty())
                .filter(place ->
                        headers.values().stream().noneMatch(table.header().get(place)::equalsIgnoreCase))
                .boxed()
                .toList();
    }

    /** The table below its header: the first line, or a later one that has all that is needed. */
    static Table headed(Table table, Kind kind, Map<Column, String> remembered) {
        return in(table, kind, remembered).missing().isEmpty()
                ? table
                : table.lines().stream()
                        .limit(MOST_LINES_ABOVE)
                        .map(table::under)
                        .filter(under -> in(under, kind, remembered).missing().isEmpty())
                        .findFirst()
                        .orElse(table);
    }

    /** Of several columns that may hold the codes, one that does is meant. */
    private static int place(Table table, Column column, String remembered) {
        var header = table.header();
        if (!remembered.isEmpty()) {
            int place = indexOf(header, remembered.strip()::equalsIgnoreCase);
            if (place >= 0) {
                return place;
            }
        }
        int first = -1;
        for (var reading : List.<UnaryOperator<String>>of(Column::plain, Column::ofWhomever)) {
            for (var name : column.names()) {
                int place = indexOf(header, text -> reading.apply(text).equals(Column.plain(name)));
                if (place >= 0 && (column != Column.CODE || ServiceWords.haveCodes(table, place))) {
                    return place;
                }
                first = first < 0 ? place : first;
            }
        }
        return first;
    }

    private static int indexOf(List<String> header, Predicate<String> wanted) {
        return IntStream.range(0, header.size())
                .filter(i -> wanted.test(header.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** Where no column is the day's own, the one that says when a session starts must have days in it. */
    private static boolean saysNoDay(Table table, Map<Column, Integer> places) {
        var start = places.get(Column.START);
        return !places.containsKey(Column.DATE)
                && start != null
                && !table.lines().isEmpty()
                && table.lines().stream()
                        .map(Table.Line::cells)
                        .filter(cells -> start < cells.size())
                        .noneMatch(cells -> Values.serviceDate(cells.get(start), ZoneOffset.UTC)
                                .isPresent());
    }

    /** What to do about a column that is missing; of several one is enough. */
    static String sentence(List<Column> either) {
        var what = either.stream().map(Column::label).collect(Collectors.joining(" or "));
        var names = either.stream()
                .flatMap(column -> column.names().stream().limit(MOST_NAMES))
                .collect(Collectors.joining(", "));
        return "has no column for the " + what + ". Give one of its columns one of these names, or say which it is: "
                + names + ".";
    }

    /** Where a column lies; none when there is no such column. */
    OptionalInt place(Column column) {
        var place = places.get(column);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public boolean has(Column column) {
        return places.containsKey(column);
    }

    boolean isHeaded(Column column, String header) {
        return Column.plain(headers.getOrDefault(column, "")).equals(Column.plain(header));
    }

    /** Whether a cell stands behind the last header: then no cell of the line is sure to be in its own column. */
    static boolean overflow(Table table, Table.Line line) {
        return line.cells().stream().skip(table.header().size()).anyMatch(cell -> !cell.isEmpty());
    }

    /** Whether a cell that is read is longer than anything that a practice writes there. */
    boolean hasHugeCell(Table.Line line) {
        return places.keySet().stream().anyMatch(column -> text(line, column).length() > LONGEST_CELL);
    }

    /** What the line says there; empty when there is no such column or cell. */
    public String text(Table.Line line, Column column) {
        var place = places.get(column);
        return place == null || place >= line.cells().size() ? "" : line.cells().get(place);
    }
}
