package org.circlekeeper.forms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version of the packet for groups of one kind.
 *
 * @param groupType the kind; {@link #EVERYBODY} for all that have no packet of their own
 * @param number counts from 1
 * @param own false when the kind gave up its own packet and takes the one for all again
 * @param says what changed
 */
public record Packet(UUID groupType, int number, boolean own, String says, String by, Instant at, List<Line> lines) {

    /** Stands for all kinds of groups. */
    public static final UUID EVERYBODY = new UUID(0, 0);

    public Packet {
        lines = List.copyOf(lines);
    }

    /** One form of it, whether it may be declined, and whom it goes to. */
    public record Line(FormId form, Need need, Applies applies) {}
}
