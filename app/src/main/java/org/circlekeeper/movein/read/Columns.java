package org.circlekeeper.movein.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column of a table holds what. */
public record Columns(Map<Column, Integer> places) {

    /** What became of the search: the columns, the headers they have, and what is missing. */
    public record Found(Columns columns, Map<Column, String> headers, List<List<Column>> missing) {}

    /** By the header that this practice used before, else by any known name; the first name counts most. */
    public static Found in(Table table, Kind kind, Map<Column, String> remembered) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var headers = new EnumMap<Column, String>(Column.class);
        for (var column : kind.columns()) {
            int place = place(table.header(), column, remembered.getOrDefault(column, ""));
            if (place >= 0) {
                places.put(column, place);
                headers.put(column, table.header().get(place));
            }
        }
        var missing = new ArrayList<List<Column>>();
        for (var either : kind.needed()) {
            if (either.stream().noneMatch(places::containsKey)) {
                missing.add(either);
            }
        }
        return new Found(new Columns(places), headers, missing);
    }

    private static int place(List<String> header, Column column, String remembered) {
        for (int i = 0; i < header.size() && !remembered.isEmpty(); i++) {
            if (header.get(i).equalsIgnoreCase(remembered)) {
                return i;
            }
        }
        for (var name : column.names()) {
            for (int i = 0; i < header.size(); i++) {
                if (Column.plain(header.get(i)).equals(Column.plain(name))) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** What to do about a column that is missing; of several one is enough. */
    static String sentence(List<Column> either) {
        var what = either.stream().map(Column::label).collect(Collectors.joining(" or "));
        var names = either.stream().flatMap(column -> column.names().stream()).collect(Collectors.joining(", "));
        return "has no column for the " + what + ". Give one of its columns one of these names, or say which it is: "
                + names + ".";
    }

    public boolean has(Column column) {
        return places.containsKey(column);
    }

    /** What the line says there; empty when there is no such column or cell. */
    public String text(Table.Line line, Column column) {
        var place = places.get(column);
        return place == null || place >= line.cells().size() ? "" : line.cells().get(place);
    }
}
