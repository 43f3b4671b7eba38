package org.circlekeeper.movein.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.jspecify.annotations.Nullable;

/** The cells of one row while it is read, and everything that is wrong with them. */
final class Cells {

    /** A longer one cannot be said in a sentence. */
    private static final int LONGEST_ID = 100;

    private final Row.Place place;
    private final Columns columns;
    private final Table.Line line;
    private final ZoneId zone;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remedies = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, String> says = new TreeMap<>();
    private String id;

    Cells(Row.Place place, Columns columns, Table.Line line, ZoneId zone) {
        this.place = place;
        this.columns = columns;
        this.line = line;
        this.zone = zone;
        this.id = "Row " + place.number();
    }

    void called(String id) {
        this.id = id.isEmpty() || id.length() > LONGEST_ID ? this.id : id;
    }

    String id() {
        return id;
    }

    Row.Place place() {
        return place;
    }

    boolean has(Column column) {
        return columns.has(column);
    }

    /** Whether the column stands under exactly this header. */
    boolean isHeaded(Column column, String header) {
        return columns.isHeaded(column, header);
    }

    /** The cell as it stands, unexamined; a dash alone means that nothing is there. */
    String raw(Column column) {
        var text = columns.text(line, column);
        return Values.isBlank(text) ? "" : text;
    }

    /** A text, remembered for later comparison; {@code what} names it when it is a formula. */
    String text(Column column, String what) {
        var text = raw(column);
        if (Values.isFormula(text)) {
            problem("'s " + what + " is a spreadsheet formula", "Type the plain text in its place.");
        }
        return says(column, text);
    }

    String text(Column column) {
        return text(column, column.label());
    }

    String says(Column column, String text) {
        if (columns.has(column)) {
            says.put(column.label(), text);
        }
        return text;
    }

    Optional<LocalDate> date(Column column) {
        var date = Values.date(raw(column));
        date.ifPresent(day -> says(column, day.toString()));
        if (date.isEmpty()) {
            problem(" has no possible " + column.label(), "Write it like 09/08/1951 or 1951-09-08.");
        }
        return date;
    }

    /** The day of a session, from its own column or from the one that says when it starts. */
    Optional<LocalDate> serviceDate() {
        var column = has(Column.DATE) ? Column.DATE : Column.START;
        var date = Values.serviceDate(raw(column), zone);
        date.ifPresent(day -> says.put(Column.DATE.label(), day.toString()));
        if (date.isEmpty()) {
            problem(" has no possible " + Column.DATE.label(), "Write it like 10/19/2026 or 2026-10-19.");
        }
        return date;
    }

    /** A day that may be left out. */
    @Nullable
    LocalDate dateIfAny(Column column) {
        return raw(column).isEmpty() ? null : date(column).orElse(null);
    }

    Optional<LocalTime> time(Column column) {
        var time = Values.time(raw(column), zone);
        time.ifPresent(t -> says(column, t.toString()));
        if (time.isEmpty()) {
            problem(" has no possible time in the column for " + column.label(), "Write it like 09:00 or 9:00 AM.");
        }
        return time;
    }

    @Nullable
    LocalTime timeIfAny(Column column) {
        if (raw(column).isEmpty()) {
            says(column, "");
            return null;
        }
        return time(column).orElse(null);
    }

    @Nullable
    Instant momentIfAny(Column column) {
        if (raw(column).isEmpty()) {
            return null;
        }
        var moment = Values.moment(raw(column), zone);
        if (moment.isEmpty()) {
            problem(" has no possible moment in the column for " + column.label(), "Write it like 2026-10-19T10:15.");
        }
        return moment.orElse(null);
    }

    @Nullable
    Integer minutesIfAny(Column column) {
        var text = raw(column);
        var minutes = Values.minutes(text);
        says(column, minutes.map(String::valueOf).orElse(""));
        if (minutes.isEmpty() && !text.isEmpty()) {
            problem(" has no possible number of minutes", "Write whole minutes, like 75.");
        }
        return minutes.orElse(null);
    }

    boolean yes(Column column) {
        var answer = Values.yes(raw(column));
        if (answer.isEmpty()) {
            problem(" says neither yes nor no in the column for " + column.label(), "Write yes or no.");
        }
        says(column, answer.orElse(false) ? "yes" : "no");
        return answer.orElse(false);
    }

    /** What follows from several cells is remembered as what the row says. */
    void concluded(Column column, String text) {
        says.put(column.label(), text);
    }

    void problem(String what, String remedy) {
        problems.add(what);
        remedies.add(remedy);
    }

    void notice(String sentence) {
        notices.add(new Notice(place.file(), place.number(), id, sentence));
    }

    boolean isFine() {
        return problems.isEmpty();
    }

    Refused refused() {
        var reason = new StringBuilder();
        problems.forEach(problem -> reason.append(reason.isEmpty() ? "" : " ")
                .append(id)
                .append(problem)
                .append('.'));
        remedies.stream().distinct().forEach(remedy -> reason.append(' ').append(remedy));
        return new Refused(place.file(), place.number(), id, reason.toString());
    }

    List<Notice> notices() {
        return notices;
    }

    Map<String, String> says() {
        return says;
    }
}
