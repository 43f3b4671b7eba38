package org.circlekeeper.movein.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * Puts appointments and attendance together into meetings: who was booked for a slot, and what was recorded of them.
 */
final class Bookings {

    private final Known known;
    private final Census census;
    private final Map<Slot, Map<String, Seat>> slots = new LinkedHashMap<>();
    private final Map<String, List<Slot>> slotsOfClient = new HashMap<>();
    private final Map<Slot, Session> held = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int otherServices;
    private int ahead;

    Bookings(Known known, Census census) {
        this.known = known;
        this.census = census;
        var npis = new HashMap<java.util.UUID, Npi>();
        known.practitioners().forEach((Practitioner p) -> npis.put(p.id().value(), p.npi()));
        known.sessions().forEach(session -> {
            var npi = npis.get(session.leader().value());
            if (npi != null) {
                var local = session.startsAt().atZone(known.zone());
                held.put(new Slot(npi, local.toLocalDate(), local.toLocalTime()), session);
            }
        });
    }

    void book(List<Row.Appointment> rows) {
        rows.forEach(this::book);
        say(otherServices, "rows are not group psychotherapy (90853) and are left out");
        say(ahead, "rows lie ahead: the weekly time plans those sessions, and they are imported once they are over");
    }

    private void say(int count, String what) {
        if (count > 0) {
            notices.add(new Notice("appointments.csv", 0, "", count + " " + what + "."));
        }
    }

    private void book(Row.Appointment row) {
        if (!row.code().equals(ProcedureCode.GROUP_PSYCHOTHERAPY.value())) {
            otherServices++;
            return;
        }
        var leader = census.leader(row.clinician()).orElse(null);
        var client = census.client(row.client()).orElse(null);
        if (leader == null) {
            refuse(
                    row,
                    " names a clinician who is neither in staff.csv nor in the practice. Add the clinician, and "
                            + "import "
                            + "again");
        } else if (client == null) {
            refuse(row, census.whyNobody(row.client()));
        } else if (isOff(new Slot(leader, row.date(), row.start()))) {
            refuse(row, " is booked for a session that is cancelled here. Put the session back, or correct the date");
        } else {
            var slot = new Slot(leader, row.date(), row.start());
            ahead += slot.startsAt(known.zone()).isAfter(known.now()) ? 1 : 0;
            var seats = slots.computeIfAbsent(slot, _ -> new LinkedHashMap<>());
            var first = seats.putIfAbsent(client, new Seat(client, row, null));
            if (first != null) {
                refuse(row, " is booked twice for " + row.date() + " " + row.start() + ". Keep one of the rows");
            } else {
                slotsOfClient.computeIfAbsent(client, _ -> new ArrayList<>()).add(slot);
            }
        }
    }

    private boolean isOff(Slot slot) {
        var session = held.get(slot);
        return session != null && session.status() != Session.Status.PLANNED;
    }

    /** Attendance belongs to a booked slot, or to a session that is here already. */
    void record(List<Row.Attendance> rows) {
        for (var row : rows) {
            var client = census.client(row.client()).orElse(null);
            var slot = client == null ? null : slot(row, client);
            if (client == null) {
                refuse(row, census.whyNobody(row.client()));
            } else if (slot == null) {
                refuse(
                        row,
                        " has attendance on " + row.date() + " " + row.start() + ", when no group session is "
                                + "booked or "
                                + "planned. Add the appointment, or correct date, start and clinician");
            } else if (slot.startsAt(known.zone()).isAfter(known.now())) {
                refuse(row, " has attendance on " + row.date() + ", which lies ahead. Correct the date");
            } else if (row.recordedAt() != null && row.recordedAt().isAfter(known.now())) {
                refuse(row, " has attendance recorded at a moment that lies ahead. Correct the column Recorded At");
            } else if (isOff(slot)) {
                refuse(
                        row,
                        " has attendance in a session that is cancelled here. Put the session back, or correct "
                                + "the date");
            } else {
                put(row, client, slot);
            }
        }
    }

    private void put(Row.Attendance row, String client, Slot slot) {
        var seats = slots.computeIfAbsent(slot, _ -> new LinkedHashMap<>());
        var seat = seats.get(client);
        if (seat != null && seat.recorded() != null) {
            refuse(row, " has attendance twice for " + row.date() + " " + row.start() + ". Keep one of the rows");
        } else {
            seats.put(client, new Seat(client, seat == null ? null : seat.booked(), row));
        }
    }

    private @Nullable Slot slot(Row.Attendance row, String client) {
        if (!row.clinician().isEmpty()) {
            return census.leader(row.clinician())
                    .map(leader -> new Slot(leader, row.date(), row.start()))
                    .filter(slot -> slots.containsKey(slot) || held.containsKey(slot))
                    .orElse(null);
        }
        var booked = slotsOfClient.getOrDefault(client, List.of()).stream()
                .filter(slot -> slot.date().equals(row.date()) && slot.start().equals(row.start()))
                .toList();
        return booked.size() == 1 ? booked.getFirst() : null;
    }

    private void refuse(Row row, String why) {
        refused.add(new Refused(row.place().file(), row.place().number(), row.id(), row.id() + why + "."));
    }

    /** Refuses every row of meetings that make no group. */
    void refuseAlone(List<Meeting> alone) {
        alone.stream().flatMap(meeting -> meeting.seats().stream()).forEach(seat -> {
            var booked = seat.booked();
            var recorded = seat.recorded();
            if (booked != null) {
                refuse(
                        booked,
                        " is alone at that time every week; a group has at least two. Correct the CPT code "
                                + "or the "
                                + "time");
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
            var booked = seats.values().stream()
                    .map(Seat::booked)
                    .filter(row -> row != null)
                    .toList();
            if (!booked.isEmpty()) {
                meetings.add(new Meeting(
                        slot,
                        Inference.usual(
                                booked.stream().map(Row.Appointment::minutes).toList()),
                        Inference.usual(booked.stream()
                                .map(Row.Appointment::placeOfService)
                                .toList()),
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
                var minutes = java.time.Duration.between(session.startsAt(), session.endsAt())
                        .toMinutes();
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

    List<Refused> refused() {
        return refused;
    }

    List<Notice> notices() {
        return notices;
    }
}
