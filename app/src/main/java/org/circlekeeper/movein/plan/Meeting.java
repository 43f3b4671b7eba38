package org.circlekeeper.movein.plan;

import java.util.List;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * One session of a group as the files have it.
 *
 * @param here the session that lies at this slot already, planned or imported before
 */
public record Meeting(
        Slot slot,
        int minutes,
        String placeOfService,
        List<Seat> seats,
        @Nullable Session here) {

    public Meeting {
        seats = List.copyOf(seats);
    }
}
