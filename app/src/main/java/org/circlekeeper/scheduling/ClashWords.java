package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.springframework.stereotype.Component;

/** Finds what stands in the way of a booking, and says so in a sentence that names what is there. */
@Component
class ClashWords {

    private final BookingStore bookings;
    private final SessionStore sessions;
    private final RoomStore rooms;
    private final Groups groups;
    private final Practices practices;

    ClashWords(BookingStore bookings, SessionStore sessions, RoomStore rooms, Groups groups, Practices practices) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.rooms = rooms;
        this.groups = groups;
        this.practices = practices;
    }

    /** What is there at the time of any of these, held by others than {@code but}; empty when all is free. */
    Optional<String> against(Collection<Booking> wanted, Collection<UUID> but) {
        var first = wanted.stream().map(Booking::from).min(Instant::compareTo);
        var last = wanted.stream().map(Booking::to).max(Instant::compareTo);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var resources = wanted.stream().map(Booking::resource).distinct().toList();
        var there = bookings.of(resources, first.get(), last.get()).stream()
                .filter(held -> !but.contains(held.holder().id()))
                .filter(held -> wanted.stream()
                        .anyMatch(one -> !one.holder().id().equals(held.holder().id()) && one.touches(held)))
                .toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var says = there.stream().limit(3).map(sentences(there)::of).distinct().toList();
        return Optional.of(String.join(" ", says) + " Choose another time, or move that first.");
    }

    /** Two of these that want the same room or leader at one time. */
    Optional<String> among(List<Booking> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            for (var other : wanted.subList(i + 1, wanted.size())) {
                if (!one.holder().equals(other.holder()) && one.touches(other)) {
                    return Optional.of(
                            sentences(wanted).resource(one.resource())
                                    + " would be in two places at once. Choose somebody else, or another time, for one of them.");
                }
            }
        }
        return Optional.empty();
    }

    /** What can be said of these bookings, from one question each. */
    Sentences sentences(Collection<Booking> about) {
        var held = sessions.byId(about.stream()
                .map(Booking::holder)
                .flatMap(holder ->
                        holder instanceof Booking.Holder.OfSession(var id) ? Stream.of(id) : Stream.<SessionId>of())
                .toList());
        return new Sentences(
                held,
                groups.all().stream().collect(toMap(Group::id, Group::name)),
                practices.practitioners().stream()
                        .collect(toMap(leader -> leader.id().value(), leader -> leader)),
                rooms.all().stream().collect(toMap(room -> room.id().value(), Room::name)),
                practices.current().zone());
    }

    /** The words for bookings. */
    record Sentences(
            Map<SessionId, Session> held,
            Map<GroupId, String> groups,
            Map<UUID, Practitioner> leaders,
            Map<UUID, String> rooms,
            ZoneId zone) {

        /** {@code Dana Whitfield leads Monday Circle on Mon 30 Nov 2026, 18:00 to 19:30.} */
        String of(Booking there) {
            var what = what(there);
            var when = Words.moment(there.from(), zone) + " to "
                    + Words.time(there.to().atZone(zone).toLocalTime());
            var leader = leaders.get(there.resource());
            if (leader != null) {
                return leader.name() + (there.holder() instanceof Booking.Holder.OfSession ? " is with " : " has ")
                        + what + " on " + when + ".";
            }
            return rooms.getOrDefault(there.resource(), "The room") + " is taken by " + what + " on " + when + ".";
        }

        String what(Booking there) {
            return switch (there.holder()) {
                case Booking.Holder.OfSession(var id) -> {
                    var session = held.get(id);
                    yield session == null ? "a group" : groups.getOrDefault(session.group(), "a group");
                }
                case Booking.Holder.OfAppointment _ -> "an appointment";
            };
        }

        /** What it is for good, whatever it is called: the group, or the appointment. */
        String key(Booking there) {
            return switch (there.holder()) {
                case Booking.Holder.OfSession(var id) -> {
                    var session = held.get(id);
                    yield session == null ? id.toString() : session.group().toString();
                }
                case Booking.Holder.OfAppointment(var id) -> id.toString();
            };
        }

        /** {@code Dana Whitfield}, or {@code the Blue room}. */
        String resource(UUID id) {
            var leader = leaders.get(id);
            return leader != null ? leader.name().toString() : rooms.getOrDefault(id, "A room");
        }
    }
}
