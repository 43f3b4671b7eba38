package org.circlekeeper.movein.read;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.circlekeeper.attendance.Presence;
import org.jspecify.annotations.Nullable;

/** Reads a row of appointments.csv or attendance.csv. Whoever booked is not thereby present. */
final class BookingReader {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 600;

    private final ZoneId zone;

    BookingReader(ZoneId zone) {
        this.zone = zone;
    }

    Optional<Row.Appointment> appointment(Cells cells) {
        var client = client(cells);
        var date = cells.date(Column.DATE);
        var start = cells.time(Column.START);
        var clinician = cells.text(Column.CLINICIAN);
        var code = cells.text(Column.CODE).replaceFirst("[ :].*", "");
        int minutes = start.map(begin -> minutes(cells, begin)).orElse(0);
        var place = place(cells);
        boolean restricted = cells.yes(Column.RESTRICTED);
        var part2 = cells.part2();
        if (clinician.isEmpty()) {
            cells.problem(" names no clinician", "Fill it in.");
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
                        place,
                        restricted,
                        part2,
                        cells.says()))
                : Optional.empty();
    }

    Optional<Row.Attendance> attendance(Cells cells) {
        var client = client(cells);
        var date = cells.date(Column.DATE);
        var start = cells.time(Column.START);
        var clinician = cells.text(Column.CLINICIAN);
        var presence = presence(cells);
        var arrived = cells.timeIfAny(Column.ARRIVED);
        var left = cells.timeIfAny(Column.LEFT);
        var minutes = cells.minutesIfAny(Column.MINUTES);
        var by = cells.text(Column.RECORDED_BY);
        var at = cells.momentIfAny(Column.RECORDED_AT, zone);
        var signer = cells.text(Column.NOTE_SIGNED_BY);
        var signedAt = cells.momentIfAny(Column.NOTE_SIGNED_AT, zone);
        boolean restricted = cells.yes(Column.RESTRICTED);
        var part2 = cells.part2();
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

    private static void weigh(
            Cells cells, Presence presence, String by, @Nullable LocalTime arrived, @Nullable LocalTime left) {
        if (arrived != null && left != null && left.isBefore(arrived)) {
            cells.problem(" left before arriving", "Correct one of the times.");
        }
        if (by.isEmpty() && presence != Presence.UNMARKED) {
            cells.notice(cells.id() + "'s attendance names nobody who recorded it: taken as unmarked.");
        }
    }

    /** A recorder without a moment recorded at the time of the session. */
    private java.time.@Nullable Instant at(String by, java.time.@Nullable Instant at, LocalDate date, LocalTime start) {
        return at != null || by.isEmpty() ? at : date.atTime(start).atZone(zone).toInstant();
    }

    private static String client(Cells cells) {
        var id = cells.text(Column.CLIENT_ID);
        var name = cells.raw(Column.FULL_NAME);
        var client = id.isEmpty() ? name : id;
        cells.called(client);
        if (client.isEmpty()) {
            cells.problem(" names no client", "Fill in the client id.");
        } else if (id.isEmpty() && Values.isFormula(name)) {
            cells.problem("'s name is a spreadsheet formula", "Type the plain text in its place.");
        }
        return client;
    }

    private static Presence presence(Cells cells) {
        var presence = Values.presence(cells.raw(Column.PRESENCE));
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
        if (cells.has(Column.END)) {
            var end = cells.time(Column.END);
            minutes = end.map(until -> (int) Duration.between(start, until).toMinutes())
                    .orElse(SHORTEST);
        } else {
            var given = cells.minutesIfAny(Column.MINUTES);
            minutes = given == null ? 0 : given;
        }
        if (minutes <= 0) {
            cells.problem(" ends before it starts", "Correct the times.");
        } else if (minutes < SHORTEST || minutes > LONGEST) {
            cells.problem(" lasts " + minutes + " minutes", "A session lasts 15 minutes to ten hours.");
        }
        return minutes;
    }

    /** CMS place-of-service codes: 11 is an office, 10 telehealth in the patient's home, 02 telehealth elsewhere. */
    private static String place(Cells cells) {
        var text = cells.text(Column.PLACE);
        boolean far = cells.yes(Column.TELEHEALTH);
        if (text.matches("\\d{1,2}")) {
            return text.length() == 1 ? "0" + text : text;
        }
        if (text.matches("(?i).*(tele|video|virtual|online|zoom).*")) {
            return "10";
        }
        if (!text.isEmpty() && !text.matches("(?i).*office.*")) {
            cells.notice(cells.id() + "'s place of service \"" + text + "\" is not a code: taken as the office (11).");
        }
        return far && text.isEmpty() ? "10" : "11";
    }
}
