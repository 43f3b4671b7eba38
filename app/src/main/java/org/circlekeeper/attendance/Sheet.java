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

    /** Everyone in the room, whoever pays for them. */
    public long came() {
        return seats.stream().filter(seat -> seat.presence().came()).count();
    }
}
