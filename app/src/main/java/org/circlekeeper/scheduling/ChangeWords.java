package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a sentence what becomes of a session. */
@Component
class ChangeWords {

    private final Groups groups;
    private final Practices practices;
    private final RoomStore rooms;

    ChangeWords(Groups groups, Practices practices, RoomStore rooms) {
        this.groups = groups;
        this.practices = practices;
        this.rooms = rooms;
    }

    /** The names that sentences need, from one question each. */
    Names names() {
        var all = groups.all();
        return new Names(
                all.stream().collect(toMap(Group::id, Group::name)),
                all.stream().filter(Group::part2).map(Group::id).collect(toSet()),
                practices.practitioners().stream()
                        .collect(toMap(
                                leader -> leader.id(), leader -> leader.name().toString())),
                rooms.all().stream().collect(toMap(Room::id, Room::name)),
                practices.current().zone());
    }

    /**
     * What groups, leaders and rooms are called, and where the clock hangs.
     *
     * @param part2 the groups under 42 CFR Part 2
     */
    record Names(
            Map<GroupId, String> groups,
            Set<GroupId> part2,
            Map<PractitionerId, String> leaders,
            Map<RoomId, String> rooms,
            ZoneId zone) {

        /** {@code Monday Circle, Mon 30 Nov 2026, 18:00}. */
        String session(Session session) {
            return group(session) + ", " + Words.moment(session.startsAt(), zone);
        }

        String group(Session session) {
            return group(session.group());
        }

        String group(GroupId group) {
            return groups.getOrDefault(group, "The group");
        }

        /**
         * What a group is called where somebody reads that a certain member, or one of another group, sits there; empty
         * of one under Part 2, which is told to nobody by the way (42 CFR 2.12(c)(3), 2.13(a)).
         */
        Optional<String> byTheWay(GroupId group) {
            return part2.contains(group) ? Optional.empty() : Optional.of(group(group));
        }

        /** {@code Screening, Mon 30 Nov 2026, 10:00}: what it is and when, and nobody's name. */
        String appointment(Appointment appointment) {
            return appointment.kind().onScreen() + ", " + Words.moment(appointment.startsAt(), zone);
        }

        /** What becomes of it, for the one who decides and for the one who must be told. */
        String sentence(AppointmentEdit edit) {
            return appointment(edit.before()) + ": " + becomes(edit, edit.before(), edit.after()) + ".";
        }

        private String becomes(AppointmentEdit edit, Appointment before, Appointment after) {
            if (before.status() != after.status()) {
                return after.status() == Appointment.Status.PLANNED ? "takes place after all" : "does not take place";
            }
            boolean otherRoom = !Objects.equals(before.room(), after.room());
            var parts = new ArrayList<String>();
            if (edit.moves()) {
                parts.add("moves to " + span(after.startsAt(), after.endsAt()));
            }
            if (!before.leader().equals(after.leader())) {
                parts.add("with " + leader(after.leader()) + " instead of " + leader(before.leader()));
            }
            if (!before.placeOfService().equals(after.placeOfService())
                    || !before.link().equals(after.link())) {
                parts.add(after.link().isEmpty() ? "held in person" : "held online");
            } else if (otherRoom) {
                parts.add(after.room() == null ? "room to be said" : "in " + room(after.room()));
            }
            return parts.isEmpty() ? "stays as it is" : String.join(", ", parts);
        }

        String day(Session session) {
            return Words.day(session.serviceDate());
        }

        String leader(PractitionerId leader) {
            return leaders.getOrDefault(leader, "somebody else");
        }

        String room(@Nullable RoomId room) {
            return room == null ? "no room" : rooms.getOrDefault(room, "a room");
        }

        /** What becomes of it, for the one who decides and for the one who must be told. */
        String sentence(Edit edit) {
            var after = edit.after();
            var before = edit.before();
            if (before == null) {
                return session(after) + ": "
                        + (after.arranged().makesUp() == null ? "new." : "held in place of another.");
            }
            return session(before) + ": " + becomes(edit, before, after) + ".";
        }

        private String becomes(Edit edit, Session before, Session after) {
            if (before.status() != after.status()) {
                return after.status() == Session.Status.PLANNED ? "takes place after all" : "does not take place";
            }
            if (edit.moves()) {
                return "moves to " + span(after.startsAt(), after.endsAt())
                        + (sameRoom(before, after) ? "" : ", " + where(after));
            }
            if (!before.leader().equals(after.leader())) {
                return "led by " + leader(after.leader()) + " instead of " + leader(before.leader());
            }
            var coLeader = coLeader(before, after);
            if (coLeader.isPresent()) {
                return coLeader.get();
            }
            if (!before.placeOfService().equals(after.placeOfService())
                    || !before.link().equals(after.link())) {
                return "held online";
            }
            return sameRoom(before, after) ? "stays as it is" : "held in " + room(after.room());
        }

        private Optional<String> coLeader(Session before, Session after) {
            var was = before.arranged().standIns();
            var is = after.arranged().standIns();
            return is.stream()
                    .filter(one -> !was.contains(one))
                    .findFirst()
                    .map(one -> one.instead() == null
                            ? "held without " + leader(one.away()) + ", who co-leads"
                            : "co-led by " + leader(one.instead()) + " instead of " + leader(one.away()))
                    .or(() -> was.stream()
                            .filter(one -> !is.contains(one))
                            .findFirst()
                            .map(one -> "co-led by " + leader(one.away()) + " after all"));
        }

        private String where(Session session) {
            return session.room() == null ? "room to be said" : "in " + room(session.room());
        }

        private static boolean sameRoom(Session before, Session after) {
            return Objects.equals(before.room(), after.room());
        }

        /** {@code Wed 2 Dec 2026, 18:00 to 19:30}. */
        String span(Instant from, Instant to) {
            return Words.moment(from, zone) + " to "
                    + Words.time(to.atZone(zone).toLocalTime());
        }
    }
}
