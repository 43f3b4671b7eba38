package org.circlekeeper.movein.read;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether days are written with the month first. An export under the settings of another country has the day first, and
 * of such days each that could be either would be read as another day than it is.
 */
final class DayOrder {

    private static final Set<Column> DAYS = EnumSet.of(
            Column.BIRTH_DATE,
            Column.DATE_ADDED,
            Column.DATE,
            Column.START,
            Column.END,
            Column.RECORDED_AT,
            Column.NOTE_SIGNED_AT,
            Column.PART2,
            Column.PART2_CONSENT);

    /** A place in the file where a day is written with the day first. */
    record DayFirst(Column column, String header, int row) {}

    private DayOrder() {}

    /** The first column whose days are days only when the day stands first; one slip among the others is a slip. */
    static Optional<DayFirst> wrong(Table table, Columns.Found found) {
        return DAYS.stream()
                .flatMap(column -> wrong(table, column, found).stream())
                .findFirst();
    }

    private static Optional<DayFirst> wrong(Table table, Column column, Columns.Found found) {
        int dayFirst = 0;
        int monthFirst = 0;
        int row = 0;
        for (var line : table.lines()) {
            var order = Values.order(found.columns().text(line, column));
            if (order == Values.Order.DAY_FIRST) {
                dayFirst++;
                row = row == 0 ? line.number() : row;
            } else if (order == Values.Order.MONTH_FIRST) {
                monthFirst++;
            }
        }
        return dayFirst > 0 && dayFirst >= monthFirst
                ? Optional.of(new DayFirst(column, found.headers().getOrDefault(column, column.label()), row))
                : Optional.empty();
    }

    static String sentence(DayFirst wrong) {
        return "has days under \"" + wrong.header() + "\" that are days only when the day stands before the month, and "
                + "the others there would be read as other days. Save the days of all files like 2026-10-19, and "
                + "import again.";
    }
}
