package org.circlekeeper.movein.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say two things at once, or what cannot be. Nobody knows which is right, so none of it is taken: from a
 * doubt comes no claim. Each answer follows the row's own name, and is empty when there is no doubt.
 */
final class Doubts {

    private final Known known;
    private final Clients clients;

    Doubts(Known known, Clients clients) {
        this.known = known;
        this.clients = clients;
    }

    /** The id is one client's and the name another's. */
    String whose(String name, String client) {
        var others = clients.othersNamed(name, client);
        return others.isEmpty()
                ? ""
                : " is one client, and the name in the row is that of another (" + String.join(", ", others)
                        + "). Correct whichever is wrong";
    }

    /** What is recorded or signed before the day of the session, or at a moment still to come. */
    String moment(Row.Attendance row, Slot slot) {
        if (slot.startsAt(known.zone()).isAfter(known.now())) {
            return " has attendance on " + row.date() + ", which lies ahead. Correct the date";
        }
        var recorded = when(row.recordedAt(), row.date());
        return recorded.isEmpty()
                ? said("a note signed", when(row.noteSignedAt(), row.date()), "Note Signed At")
                : said("attendance recorded", recorded, "Recorded At");
    }

    private static String said(String what, String when, String column) {
        return when.isEmpty() ? "" : " has " + what + " " + when + ". Correct the column " + column;
    }

    /** A day alone is read as its end of work, which may not have come yet on the day itself. */
    private String when(@Nullable Instant moment, LocalDate session) {
        if (moment == null) {
            return "";
        }
        var day = moment.atZone(known.zone()).toLocalDate();
        return day.isAfter(known.today())
                ? "at a moment that lies ahead"
                : day.isBefore(session) ? "before the day of the session" : "";
    }

    /** Who came according to one row and did not come according to another, by session and client. */
    static Map<String, String> contradicted(List<Resolved<Row.Attendance>> rows) {
        var seats = new HashMap<String, List<Row.Attendance>>();
        rows.forEach(one -> seats.computeIfAbsent(one.lain().key(one.client()), _ -> new ArrayList<>())
                .add(one.row()));
        var contradicted = new HashMap<String, String>();
        seats.forEach((seat, said) -> {
            var came = said.stream()
                    .map(Row.Attendance::presence)
                    .filter(presence -> presence != Presence.UNMARKED)
                    .map(Presence::came)
                    .distinct();
            if (came.count() > 1) {
                contradicted.put(seat, contradiction(said));
            }
        });
        return contradicted;
    }

    private static String contradiction(List<Row.Attendance> rows) {
        return rows.stream()
                .map(row -> row.presence().onScreen() + " in row " + row.place().number())
                .collect(Collectors.joining(
                        " and ",
                        " is ",
                        " for the session of " + rows.getFirst().date() + " "
                                + rows.getFirst().start() + ". Keep the row that is right"));
    }
}
