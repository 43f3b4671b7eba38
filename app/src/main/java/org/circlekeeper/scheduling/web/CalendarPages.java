package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/** Gathers what the calendar shows: one question for each kind of thing, whatever the number of days. */
@Component
class CalendarPages {

    private final Sessions sessions;
    private final Appointments appointments;
    private final Rooms rooms;
    private final Groups groups;
    private final Caseloads caseloads;
    private final Practices practices;
    private final PracticeRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarPages(
            Sessions sessions,
            Appointments appointments,
            Rooms rooms,
            Groups groups,
            Caseloads caseloads,
            Practices practices,
            PracticeRules rules,
            AuditTrail audit,
            Clock clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.rooms = rooms;
        this.groups = groups;
        this.caseloads = caseloads;
        this.practices = practices;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    CalendarPage page(SignedIn who, LocalDate first, LocalDate last, Filled filters) {
        var met = sessions.between(first, last);
        var known = known(who, met);
        var placed = new ArrayList<Placed>();
        met.stream()
                .filter(session -> fits(filters, known.people(session), idOf(session)))
                .forEach(session -> placed.add(known.item(session)));
        var alone = appointments.between(first, last).stream()
                .filter(one -> fits(filters, List.of(one.leader().value()), idOf(one)))
                .toList();
        alone.forEach(one -> placed.add(known.item(one)));
        noteShown(who, alone, known);
        return new CalendarPage(
                first,
                last,
                days(first, last, placed, known),
                filters,
                leaders(),
                openRooms(),
                known.keeps(),
                query(filters, "leader") + query(filters, "room"));
    }

    private static Optional<UUID> idOf(Session session) {
        var room = session.room();
        return room == null ? Optional.empty() : Optional.of(room.value());
    }

    private static Optional<UUID> idOf(Appointment appointment) {
        var room = appointment.room();
        return room == null ? Optional.empty() : Optional.of(room.value());
    }

    private static boolean fits(Filled filters, List<UUID> leaders, Optional<UUID> room) {
        var leader = filters.value("leader");
        var wanted = filters.value("room");
        return (leader.isEmpty()
                        || leaders.stream().anyMatch(id -> id.toString().equals(leader)))
                && (wanted.isEmpty()
                        || room.filter(id -> id.toString().equals(wanted)).isPresent());
    }

    private static String query(Filled filters, String name) {
        return filters.has(name) ? "&" + name + "=" + filters.value(name) : "";
    }

    List<Choice> leaders() {
        return practices.practitioners().stream()
                .map(leader -> new Choice(leader.id().toString(), leader.signature()))
                .toList();
    }

    List<Choice> openRooms() {
        return rooms.all().stream()
                .filter(Room::open)
                .map(room -> new Choice(
                        room.id().toString(), room.name() + ", " + Words.count(room.seats(), "seat", "seats")))
                .toList();
    }

    private Known known(SignedIn who, List<Session> met) {
        var caseload = caseloads.of(who);
        return new Known(
                groups.all().stream().collect(toMap(Group::id, Group::name)),
                practices.practitioners().stream()
                        .collect(toMap(leader -> leader.id().value(), leader -> leader)),
                rooms.all().stream().collect(toMap(room -> room.id().value(), Room::name)),
                sessions.beside(met.stream().map(Session::id).toList()).stream()
                        .collect(groupingBy(Sessions.Leading::session, mapping(one -> one, toList()))),
                caseload::sees,
                who,
                practices.current().zone(),
                clock.instant());
    }

    /** Whose appointments were shown by name. */
    private void noteShown(SignedIn who, List<Appointment> alone, Known known) {
        var patients = alone.stream()
                .filter(known::sees)
                .map(Appointment::patient)
                .flatMap(patient -> patient == null ? Stream.of() : Stream.of(patient.value()))
                .toList();
        if (!patients.isEmpty()) {
            audit.shown(who.actor(), "calendar", patients, "appointments of these days");
        }
    }

    private List<CalendarPage.Day> days(LocalDate first, LocalDate last, List<Placed> placed, Known known) {
        var holidays = rules.holidays();
        var today = LocalDate.ofInstant(known.now(), known.zone());
        Map<LocalDate, List<Placed>> byDay = placed.stream()
                .sorted(Comparator.comparing(Placed::at)
                        .thenComparing(one -> one.item().title()))
                .collect(groupingBy(Placed::day));
        return first.datesUntil(last.plusDays(1))
                .map(day -> new CalendarPage.Day(
                        day,
                        day.equals(today),
                        holidays.get(day),
                        byDay.getOrDefault(day, List.of()).stream()
                                .map(Placed::item)
                                .toList()))
                .toList();
    }

    /** An item and where it stands. */
    private record Placed(LocalDate day, Instant at, CalendarPage.Item item) {}

    /** Whether a person reads of a group on a day. */
    private interface Sees {
        boolean sees(GroupId group, LocalDate day);
    }

    /** What items are made of. */
    private record Known(
            Map<GroupId, String> groups,
            Map<UUID, Practitioner> leaders,
            Map<UUID, String> rooms,
            Map<SessionId, List<Sessions.Leading>> beside,
            Sees caseload,
            SignedIn who,
            ZoneId zone,
            Instant now) {

        boolean keeps() {
            return who.may(Permission.KEEP_CALENDAR);
        }

        boolean sees(Appointment appointment) {
            return who.may(Permission.SEE_WHOLE_PRACTICE)
                    || appointment.leader().value().equals(who.practitioner());
        }

        List<UUID> people(Session session) {
            var people = new ArrayList<>(List.of(session.leader().value()));
            beside.getOrDefault(session.id(), List.of())
                    .forEach(one -> people.add(one.practitioner().value()));
            return people;
        }

        Placed item(Session session) {
            boolean sees = caseload.sees(session.group(), session.serviceDate());
            var standing = Standing.of(session);
            return new Placed(
                    session.serviceDate(),
                    session.startsAt(),
                    new CalendarPage.Item(
                            time(session.startsAt(), session.endsAt()),
                            sees ? groups.getOrDefault(session.group(), "") : "Busy",
                            name(session.leader().value()),
                            place(idOf(session), session.link()),
                            sees ? "/sessions/" + session.id() : null,
                            keeps() && !session.hasBegun(now) ? "/sessions/" + session.id() + "/change" : null,
                            standing.tone(),
                            standing.word(),
                            sees ? says(session) : "",
                            standing.css()));
        }

        private String says(Session session) {
            var parts = new ArrayList<String>();
            var away = session.arranged().substituteFor();
            if (away != null) {
                parts.add("substitute for " + name(away.value()));
            }
            session.arranged().standIns().forEach(one -> {
                if (one.instead() == null) {
                    parts.add("without " + name(one.away().value()));
                }
            });
            if (session.arranged().makesUp() != null) {
                parts.add("in place of another session");
            }
            if (session.reason() != null) {
                parts.add(session.reason());
            }
            var others = beside.getOrDefault(session.id(), List.of()).stream()
                    .map(one ->
                            name(one.practitioner().value()) + ", " + one.part().onScreen())
                    .collect(joining("; "));
            if (!others.isEmpty()) {
                parts.add("with " + others);
            }
            return String.join(". ", parts);
        }

        Placed item(Appointment appointment) {
            boolean sees = sees(appointment);
            var standing = Standing.of(appointment);
            return new Placed(
                    appointment.day(),
                    appointment.startsAt(),
                    new CalendarPage.Item(
                            time(appointment.startsAt(), appointment.endsAt()),
                            sees ? appointment.kind().onScreen() : "Busy",
                            name(appointment.leader().value()),
                            place(idOf(appointment), appointment.link()),
                            sees ? "/calendar/appointments/" + appointment.id() : null,
                            null,
                            standing.tone(),
                            standing.word(),
                            sees ? appointment.label() : "",
                            standing.css()));
        }

        private String name(UUID leader) {
            var found = leaders.get(leader);
            return found == null ? "" : found.name().toString();
        }

        private String place(Optional<UUID> room, String link) {
            return room.map(id -> rooms.getOrDefault(id, "")).orElse(link.isEmpty() ? "" : "Online");
        }

        private String time(Instant from, Instant to) {
            return Words.time(from.atZone(zone).toLocalTime()) + " to "
                    + Words.time(to.atZone(zone).toLocalTime());
        }
    }
}
