package org.circlekeeper.movein.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.circlekeeper.attendance.Presence;
import org.jspecify.annotations.Nullable;

/** Reads a row of appointments.csv or attendance.csv. Whoever booked is not thereby present. */
final class BookingReader {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 600;
    private static final int DAY = 24 * 60;

    /** A session may end after midnight; one that seems to take longer than this has its times mixed up. */
    private static final int LONGEST_NIGHT = 240;

    /** What stands in the place of a name and names nobody: a machine, an answer, a state, a mark. */
    private static final Pattern NOBODY = Pattern.compile("(?i)nobody|no one|none|unknown|system\\b.*|auto|automatic.*"
            + "|(by )?default|batch|import|imported|migrated|y|yes|n|no|t|true|f|false|x|(not |un)?(signed|locked)"
            + "|draft|pending.*|awaiting.*|open|missing|incomplete|completed?|finali[sz]ed|in progress|to ?do|tbd"
            + "|due|overdue|[01]|[^\\p{L}\\p{N}]*");

    private final ZoneId zone;

    BookingReader(ZoneId zone) {
        this.zone = zone;
    }

    /** A group session, or whatever else was booked; empty when it cannot be told. */
    Optional<Row> appointment(Cells cells) {
        var client = client(cells);
        var date = cells.serviceDate();
        var start = cells.time(Column.START);
        var clinician = cells.text(Column.CLINICIAN);
        var service = cells.text(Column.CODE);
        if (ServiceWords.isOther(service)) {
            return Optional.of(new Row.Other(
                    cells.place(), cells.id(), date.orElse(null), start.orElse(null), client, cells.says()));
        }
        examine(date.orElse(null), start.orElse(null), cells);
        int minutes = start.map(begin -> minutes(cells, begin)).orElse(0);
        var where = PlaceWords.read(cells);
        boolean restricted = cells.yes(Column.RESTRICTED);
        var part2 = Part2Words.read(cells);
        if (clinician.isEmpty()) {
            cells.problem(" names no clinician", "Fill it in.");
        }
        var code = ServiceWords.code(service);
        if (code.isEmpty()) {
            cells.problem(" has no CPT code", "Write 90853 for a group session, or the code of the other service.");
        }
        return cells.isFine()
                ? Optional.of(new Row.Appointment(
                        cells.place(),
                        cells.id(),
                        date.orElseThrow(),
                        start.orElseThrow(),
                        minutes,
                        client,
                        clinician,
                        code,
                        where.code(),
                        where.heardOnly(),
                        restricted,
                        part2,
                        cells.says()))
                : Optional.empty();
    }

    /** Once a year an hour does not exist on the practice's clock. */
    private void examine(@Nullable LocalDate date, @Nullable LocalTime start, Cells cells) {
        if (date != null
                && start != null
                && zone.getRules().getValidOffsets(date.atTime(start)).isEmpty()) {
            cells.problem(
                    " starts at " + start + " on " + date + ", an hour that the clocks skip on that day",
                    "Correct the date or the start.");
        }
    }

    Optional<Row.Attendance> attendance(Cells cells) {
        var client = client(cells);
        var date = cells.serviceDate();
        var start = cells.time(Column.START);
        var clinician = cells.text(Column.CLINICIAN);
        examine(date.orElse(null), start.orElse(null), cells);
        var presence = presence(cells);
        var arrived = cells.timeIfAny(Column.ARRIVED);
        var left = cells.timeIfAny(Column.LEFT);
        var minutes = cells.minutesIfAny(Column.MINUTES);
        var by = somebody(cells, Column.RECORDED_BY);
        var at = cells.momentIfAny(Column.RECORDED_AT);
        var signer = signer(cells);
        var signedAt = cells.momentIfAny(Column.NOTE_SIGNED_AT);
        boolean restricted = cells.yes(Column.RESTRICTED);
        var part2 = Part2Words.read(cells);
        weigh(cells, presence, by, arrived, left);
        return cells.isFine()
                ? Optional.of(new Row.Attendance(
                        cells.place(),
                        cells.id(),
                        date.orElseThrow(),
                        start.orElseThrow(),
                        clinician,
                        client,
                        by.isEmpty() ? Presence.UNMARKED : presence,
                        arrived,
                        left,
                        minutes,
                        by,
                        at(by, at, date.orElseThrow(), start.orElseThrow()),
                        signer,
                        signedAt,
                        restricted,
                        part2,
                        cells.says()))
                : Optional.empty();
    }

    private static String signer(Cells cells) {
        var signer = somebody(cells, Column.NOTE_SIGNED_BY);
        if (signer.isEmpty() && !cells.raw(Column.NOTE_SIGNED_BY).isEmpty()) {
            cells.notice(cells.id() + "'s note names nobody who signed it: taken as unsigned.");
        }
        return signer;
    }

    /** A name; words that stand for no person, and days, name nobody. */
    private static String somebody(Cells cells, Column column) {
        var text = cells.text(column);
        boolean nobody = NOBODY.matcher(text).matches()
                || Values.serviceDate(text, ZoneOffset.UTC).isPresent();
        return nobody ? cells.says(column, "") : text;
    }

    private static void weigh(
            Cells cells, Presence presence, String by, @Nullable LocalTime arrived, @Nullable LocalTime left) {
        if (arrived != null && left != null && between(arrived, left) < 0) {
            cells.problem(" left before arriving", "Correct one of the times.");
        }
        if (by.isEmpty() && presence != Presence.UNMARKED && cells.has(Column.RECORDED_BY)) {
            cells.notice(cells.id() + "'s attendance names nobody who recorded it: taken as unmarked.");
        }
    }

    /** A recorder without a moment recorded at the time of the session. */
    private @Nullable Instant at(String by, @Nullable Instant at, LocalDate date, LocalTime start) {
        return at != null || by.isEmpty() ? at : date.atTime(start).atZone(zone).toInstant();
    }

    private static Row.Whom client(Cells cells) {
        var id = cells.text(Column.CLIENT_ID);
        var name = cells.raw(Column.FULL_NAME);
        var client = id.isEmpty() ? name : id;
        cells.called(client);
        if (client.isEmpty()) {
            cells.problem(" names no client", "Fill in the client id.");
        } else if (id.isEmpty() && Values.isFormula(name)) {
            cells.problem("'s name is a spreadsheet formula", "Type the plain text in its place.");
        }
        return new Row.Whom(client, id.isEmpty() ? "" : name, cells.isHeaded(Column.CLIENT_ID, "ID"));
    }

    private static Presence presence(Cells cells) {
        var presence = PresenceWords.read(cells.raw(Column.PRESENCE));
        if (presence.isEmpty()) {
            cells.problem(
                    "'s presence is no word that is known",
                    "Write present, late, left-early, absent, late-cancel or excused.");
        }
        cells.says(Column.PRESENCE, presence.map(Presence::word).orElse(""));
        return presence.orElse(Presence.UNMARKED);
    }

    private static int minutes(Cells cells, LocalTime start) {
        int minutes;
        if (!cells.raw(Column.END).isEmpty() || !cells.has(Column.MINUTES)) {
            var end = cells.time(Column.END);
            minutes = end.map(until -> between(start, until)).orElse(SHORTEST);
        } else {
            var given = cells.minutesIfAny(Column.MINUTES);
            if (given == null) {
                cells.problem(" has neither an end nor a length", "Fill one of them in.");
            }
            minutes = given == null ? SHORTEST : given;
        }
        if (minutes <= 0) {
            cells.problem(" ends before it starts", "Correct the times.");
        } else if (minutes < SHORTEST || minutes > LONGEST) {
            cells.problem(" lasts " + minutes + " minutes", "A session lasts 15 minutes to ten hours.");
        }
        return minutes;
    }

    private static int between(LocalTime start, LocalTime end) {
        int minutes = (int) Duration.between(start, end).toMinutes();
        return minutes <= 0 && minutes + DAY <= LONGEST_NIGHT ? minutes + DAY : minutes;
    }
}
