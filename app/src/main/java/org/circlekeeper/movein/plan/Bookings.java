package org.circlekeeper.movein.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * Puts appointments and attendance together into meetings: who was booked for a slot, and what was recorded of them.
 */
final class Bookings {

    private final Known known;
    private final Census census;
    private final Map<Slot, Map<String, Seat>> slots = new LinkedHashMap<>();
    private final Map<String, Map<Slot, Row.Appointment>> booked = new HashMap<>();
    private final Map<Slot, Session> held = new HashMap<>();
    private final OtherServices others;
    private final Doubts doubts;
    private final Map<Row, String> keys = new IdentityHashMap<>();
    private final Map<Row, Slot> now = new IdentityHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private CoLed coLed = CoLed.of(List.of(), Set.of());
    private int otherAttendance;
    private int ahead;

    Bookings(Known known, Census census, OtherServices others) {
        this.known = known;
        this.census = census;
        this.others = others;
        this.doubts = new Doubts(known, census.clients());
        say(
                Kind.APPOINTMENTS,
                others.count(),
                "row is not group psychotherapy (90853) and is left out",
                "rows are not group psychotherapy (90853) and are left out");
        known.sessions().forEach(session -> known.slot(session).ifPresent(slot -> held.put(slot, session)));
    }

    private void say(Kind kind, int count, String one, String many) {
        if (count > 0) {
            notices.add(new Notice(kind.file(), 0, "", count + " " + (count == 1 ? one : many) + "."));
        }
    }

    void book(List<Row.Appointment> rows) {
        var resolved = new ArrayList<Resolved<Row.Appointment>>();
        for (var row : rows) {
            var client = census.clients().meant(row.whom()).orElse(null);
            switch (census.leaders().meant(row.clinician())) {
                case Leaders.Meant.NotOne not -> refuse(row, not.why());
                case Leaders.Meant.One _
                when client == null -> refuse(row, census.clients().whyNobody(row.whom()));
                case Leaders.Meant.One _
                when !doubts.whose(row.whom().named(), client).isEmpty() ->
                    refuse(row, doubts.whose(row.whom().named(), client));
                case Leaders.Meant.One leader -> {
                    resolved.add(Resolved.of(
                            row, Objects.requireNonNull(client), new Slot(leader.npi(), row.date(), row.start())));
                    tellOfCoLeader(row, leader);
                }
            }
        }
        var again = Resolved.knownAgain(resolved, Kind.APPOINTMENTS, known);
        coLed = CoLed.of(again, held.keySet());
        again.stream()
                .filter(one -> !coLed.isBeside(one.lain()))
                .map(coLed::settled)
                .forEach(this::book);
        again.stream().filter(one -> coLed.isBeside(one.lain())).forEach(this::bookBeside);
        say(
                Kind.APPOINTMENTS,
                ahead,
                "row lies ahead: the weekly time plans that session, and it is imported once it is over",
                "rows lie ahead: the weekly time plans those sessions, and they are imported once they are over");
    }

    private void tellOfCoLeader(Row.Appointment row, Leaders.Meant.One leader) {
        if (leader.beside()) {
            tellOnce(
                    row,
                    row.clinician() + " lead together: " + census.leaders().name(leader.npi())
                            + ", who is named first, is taken as the one who is billed for.");
        }
    }

    private void tellOnce(Row row, String sentence) {
        if (notices.stream().noneMatch(notice -> notice.sentence().equals(sentence))) {
            notices.add(new Notice(row.place().file(), row.place().number(), "", sentence));
        }
    }

    /** A row under the name of the clinician who is not billed for: whoever has no other is in the session too. */
    private void bookBeside(Resolved<Row.Appointment> one) {
        var slot = coLed.at(one.lain());
        var seat = slots.getOrDefault(slot, Map.of()).get(one.client());
        var other = seat == null ? null : seat.booked();
        if (other == null) {
            tellOnce(
                    one.row(),
                    one.row().clinician() + " leads together with "
                            + census.leaders().name(slot.leader()) + ", who is taken as the one who is billed for.");
            book(Resolved.of(one.row(), one.client(), slot));
        } else {
            refuse(one.row(), CoLed.withTwo(one.row(), other));
        }
    }

    private void book(Resolved<Row.Appointment> one) {
        var row = one.row();
        var slot = one.lain();
        var elsewhere = elsewhere(one);
        if (isOff(slot)) {
            refuse(row, " is booked for a session that is cancelled here. Put the session back, or correct the date");
        } else if (elsewhere != null) {
            refuse(row, CoLed.withTwo(row, elsewhere));
        } else if (slots.getOrDefault(slot, Map.of()).containsKey(one.client())) {
            refuse(row, " is booked twice for " + row.date() + " " + row.start() + ". Keep one of the rows");
        } else {
            ahead += slot.startsAt(known.zone()).isAfter(known.now()) ? 1 : 0;
            slots.computeIfAbsent(slot, _ -> new LinkedHashMap<>())
                    .put(one.client(), new Seat(one.client(), row, null));
            booked.computeIfAbsent(one.client(), _ -> new LinkedHashMap<>()).put(slot, row);
            remember(one);
        }
    }

    private void remember(Resolved<? extends Row> one) {
        keys.put(one.row(), one.key());
        now.put(one.row(), one.slot());
    }

    /** The row that has the client with somebody else at the very same time. */
    private Row.@Nullable Appointment elsewhere(Resolved<Row.Appointment> one) {
        return booked.getOrDefault(one.client(), Map.of()).entrySet().stream()
                .filter(other -> other.getKey().date().equals(one.lain().date())
                        && other.getKey().start().equals(one.lain().start())
                        && !other.getKey().leader().equals(one.lain().leader()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean isOff(Slot slot) {
        var session = held.get(slot);
        return session != null && session.status() != Session.Status.PLANNED;
    }

    /** Attendance belongs to a booked slot, or to a session that is here already. */
    void record(List<Row.Attendance> rows) {
        var resolved = new ArrayList<Resolved<Row.Attendance>>();
        for (var row : rows) {
            var client = census.clients().meant(row.whom()).orElse(null);
            var slot = client == null ? null : slot(row, client);
            var whose = client == null ? "" : doubts.whose(row.whom().named(), client);
            if (!whose.isEmpty()) {
                refuse(row, whose);
            } else if (client != null && slot != null) {
                resolved.add(Resolved.of(row, client, slot));
            } else if (others.have(row)) {
                otherAttendance++;
            } else if (client == null) {
                refuse(row, census.clients().whyNobody(row.whom()));
            } else {
                refuse(
                        row,
                        " has attendance on " + row.date() + " " + row.start()
                                + ", when no group session is booked or planned. Add the appointment, or correct date, "
                                + "start and clinician");
            }
        }
        var again = Resolved.knownAgain(resolved, Kind.ATTENDANCE, known);
        var contradicted = Doubts.contradicted(again);
        again.forEach(one -> record(one, contradicted.getOrDefault(one.lain().key(one.client()), "")));
        say(
                Kind.ATTENDANCE,
                otherAttendance,
                "row is of another service than group psychotherapy and is left out",
                "rows are of other services than group psychotherapy and are left out");
    }

    private void record(Resolved<Row.Attendance> one, String contradicted) {
        var row = one.row();
        var slot = one.lain();
        var moment = doubts.moment(row, slot);
        if (!contradicted.isEmpty()) {
            refuse(row, contradicted);
        } else if (!moment.isEmpty()) {
            refuse(row, moment);
        } else if (isOff(slot)) {
            refuse(row, " has attendance in a session that is cancelled here. Put it back, or correct the date");
        } else {
            put(row, one, slot);
        }
    }

    private void put(Row.Attendance row, Resolved<Row.Attendance> one, Slot slot) {
        var seats = slots.computeIfAbsent(slot, _ -> new LinkedHashMap<>());
        var seat = seats.get(one.client());
        if (seat != null && seat.recorded() != null) {
            refuse(row, " has attendance twice for " + row.date() + " " + row.start() + ". Keep one of the rows");
            return;
        }
        if (seat == null && seats.values().stream().anyMatch(other -> other.booked() != null)) {
            notices.add(new Notice(
                    row.place().file(),
                    row.place().number(),
                    row.id(),
                    row.id() + " has attendance on " + row.date() + " " + row.start()
                            + " without a booking: taken as somebody who came along."));
        }
        seats.put(one.client(), new Seat(one.client(), seat == null ? null : seat.booked(), row));
        remember(one);
    }

    /** Where a row of attendance belongs: by its clinician, or where the client is booked at that time. */
    private @Nullable Slot slot(Row.Attendance row, String client) {
        if (!row.clinician().isEmpty()) {
            return census.leaders().meant(row.clinician()) instanceof Leaders.Meant.One one
                    ? lying(coLed.at(new Slot(one.npi(), row.date(), row.start())), client)
                    : null;
        }
        var there = booked.getOrDefault(client, Map.of()).entrySet().stream()
                .map(seat -> now.getOrDefault(seat.getValue(), seat.getKey()))
                .filter(slot -> slot.date().equals(row.date()) && slot.start().equals(row.start()))
                .toList();
        return there.size() == 1 ? lying(there.getFirst(), client) : null;
    }

    /** The slot as bookings have it: where this client's booking has moved from, attendance follows. */
    private @Nullable Slot lying(Slot slot, String client) {
        var lain = booked.getOrDefault(client, Map.of()).entrySet().stream()
                .filter(seat -> slot.equals(now.get(seat.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
        return lain.isPresent() || slots.containsKey(slot) || held.containsKey(slot) ? lain.orElse(slot) : null;
    }

    private void refuse(Row row, String why) {
        refused.add(new Refused(row.place().file(), row.place().number(), row.id(), row.id() + why + "."));
    }

    /** Refuses every row of meetings that make no group. */
    void refuseAlone(List<Meeting> alone) {
        alone.stream().flatMap(meeting -> meeting.seats().stream()).forEach(seat -> {
            var row = seat.booked();
            var recorded = seat.recorded();
            if (row != null) {
                refuse(
                        row,
                        " is alone at that time every week; a group has at least two. Correct the CPT code or the time");
            }
            if (recorded != null) {
                refuse(recorded, " has attendance in a session that is no group. Correct the appointment");
            }
        });
    }

    /** Booked slots as meetings; length and place are what most rows say. */
    List<Meeting> meetings() {
        var meetings = new ArrayList<Meeting>();
        slots.forEach((slot, seats) -> {
            var rows = seats.values().stream()
                    .map(Seat::booked)
                    .filter(row -> row != null)
                    .toList();
            if (!rows.isEmpty()) {
                var place = Inference.usual(
                        rows.stream().map(Row.Appointment::placeOfService).toList());
                meetings.add(new Meeting(
                        slot,
                        Inference.usual(
                                rows.stream().map(Row.Appointment::minutes).toList()),
                        place,
                        List.copyOf(seats.values()),
                        held.get(slot)));
            }
        });
        return meetings;
    }

    /** Slots that only attendance speaks of, at sessions that are here already. */
    List<Meeting> onlyRecorded() {
        var meetings = new ArrayList<Meeting>();
        slots.forEach((slot, seats) -> {
            var session = held.get(slot);
            if (session != null && seats.values().stream().allMatch(seat -> seat.booked() == null)) {
                var minutes =
                        Duration.between(session.startsAt(), session.endsAt()).toMinutes();
                meetings.add(new Meeting(
                        slot, (int) minutes, session.placeOfService(), List.copyOf(seats.values()), session));
            }
        });
        return meetings;
    }

    @Nullable
    Session held(Slot slot) {
        return held.get(slot);
    }

    /** The key under which a row that was taken is known. */
    String key(Row row) {
        return Objects.requireNonNull(keys.get(row));
    }

    /** Where the export has the row now, whatever lies here. */
    Slot now(Row row) {
        return Objects.requireNonNull(now.get(row));
    }

    List<Refused> refused() {
        return refused;
    }

    List<Notice> notices() {
        return notices;
    }
}
