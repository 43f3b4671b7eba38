package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.scheduling.SessionId;

/**
 * What is known of a visit only by looking at others: how many came to the session and led it, and who was in an
 * earlier one that day.
 */
record Crowd(Map<SessionId, Room> rooms, Set<Later> later) {

    /** How many came, and how many led. */
    record Room(int heads, int leading) {}

    /** A member's visit that was not the first of its day. */
    record Later(UUID patient, SessionId session) {}

    /** What is asked about: sessions, members, and the days on which they came. */
    record Asked(UUID[] sessions, UUID[] patients, String[] days) {

        static Asked of(Collection<SessionId> sessions, Collection<UUID> patients, Collection<LocalDate> days) {
            return new Asked(
                    sessions.stream().distinct().map(SessionId::value).toArray(UUID[]::new),
                    patients.stream().distinct().toArray(UUID[]::new),
                    days.stream().distinct().map(LocalDate::toString).toArray(String[]::new));
        }

        static Asked about(Collection<Visit> visits) {
            return of(
                    visits.stream().map(visit -> visit.meeting().id()).toList(),
                    visits.stream().map(visit -> visit.member().id()).toList(),
                    visits.stream().map(visit -> visit.meeting().day()).toList());
        }
    }

    Crowd {
        rooms = Map.copyOf(rooms);
        later = Set.copyOf(later);
    }

    Visit around(Visit visit) {
        var session = visit.meeting().id();
        var room = rooms.getOrDefault(session, new Room(0, 1));
        return visit.among(
                room.heads(),
                room.leading(),
                later.contains(new Later(visit.member().id(), session)));
    }
}
