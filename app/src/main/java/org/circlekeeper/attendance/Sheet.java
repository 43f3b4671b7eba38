package org.circlekeeper.attendance;

import java.time.Instant;
import java.util.List;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/** The attendance sheet of one session: every expected seat, by last name. */
public record Sheet(
        Session session, List<Seat> seats, @Nullable Closed closed) {

    public Sheet {
        seats = List.copyOf(seats);
    }

    /** Who closed it, and when. */
    public record Closed(String by, Instant at) {}

    public long unmarked() {
        return seats.stream()
                .filter(seat -> seat.presence() == Presence.UNMARKED)
                .count();
    }

    /** Whether it is an open sheet on which somebody has spoken for everyone. */
    public boolean isFullyMarked() {
        return closed == null && session.status() == Session.Status.PLANNED && unmarked() == 0;
    }

    /** Those who came late or left early, and nobody has said for how many minutes they were there. */
    public List<Seat> withoutMinutes() {
        return seats.stream()
                .filter(seat -> seat.presence().cameInPart() && seat.minutes() == null)
                .toList();
    }

    /** Everyone in the room, whoever pays for them. */
    public long came() {
        return seats.stream().filter(seat -> seat.presence().came()).count();
    }
}
