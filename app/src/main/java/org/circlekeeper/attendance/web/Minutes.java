package org.circlekeeper.attendance.web;

import java.time.Duration;
import java.time.ZoneId;
import org.circlekeeper.attendance.Encounters.Mark;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as people say them, "came after 10 min", "left after 20 min", and as they are kept: how long somebody was in
 * the room.
 */
final class Minutes {

    private Minutes() {}

    static int length(Session session) {
        return (int) Duration.between(session.startsAt(), session.endsAt()).toMinutes();
    }

    /** Whether it makes sense to ask after how many minutes. */
    static boolean asked(Presence presence) {
        return presence.cameInPart();
    }

    /** What a person says of a seat; {@code after} counts from the session's beginning. */
    static Mark mark(Presence presence, @Nullable Integer after, Session session, ZoneId zone) {
        if (after == null || !asked(presence)) {
            return Mark.of(presence);
        }
        var then =
                session.startsAt().plus(Duration.ofMinutes(after)).atZone(zone).toLocalTime();
        return presence == Presence.LATE
                ? new Mark(presence, then, null, length(session) - after)
                : new Mark(presence, null, then, after);
    }

    /** After how many minutes they came or left, for the field; empty when nobody said. */
    static String after(Seat seat, Session session) {
        var minutes = seat.minutes();
        if (minutes == null || !asked(seat.presence())) {
            return "";
        }
        return Integer.toString(seat.presence() == Presence.LATE ? length(session) - minutes : minutes);
    }

    /** As the sheet says it: {@code left after 20 min}. */
    static String words(Seat seat, Session session) {
        var minutes = seat.minutes();
        if (minutes == null) {
            return "";
        }
        return switch (seat.presence()) {
            case LATE -> "came after " + (length(session) - minutes) + " min, " + minutes + " min in the room";
            case LEFT_EARLY -> "left after " + minutes + " min";
            case PRESENT -> minutes + " min in the room";
            case UNMARKED, ABSENT, LATE_CANCEL, EXCUSED -> "";
        };
    }
}
