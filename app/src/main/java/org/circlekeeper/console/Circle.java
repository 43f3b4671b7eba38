package org.circlekeeper.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Words;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * One session of the week as a circle of seats.
 *
 * @param members how many have a seat on that day
 * @param onHold how many of them pause then
 * @param minimum how many it needs to take place
 * @param presences of those on the sheet, one each
 * @param reason why it does not take place
 * @param saidAway how many of the members said beforehand that they cannot come
 */
public record Circle(
        UUID session,
        UUID group,
        String name,
        LocalDate day,
        LocalTime start,
        Instant endsAt,
        UUID leader,
        String leaderName,
        int capacity,
        int members,
        int onHold,
        int minimum,
        List<Presence> presences,
        boolean closed,
        Session.Status status,
        @Nullable String reason,
        int saidAway) {

    public Circle {
        presences = List.copyOf(presences);
    }

    public boolean takesPlace() {
        return status == Session.Status.PLANNED;
    }

    /** Whether somebody should say by now who was there. */
    public boolean isAsked(Instant now) {
        return takesPlace() && !closed && !endsAt.isAfter(now);
    }

    /** How many are on the sheet and have not said that they stay away. */
    public long expected() {
        return presences.stream()
                .filter(presence -> presence == Presence.UNMARKED || presence.came())
                .count();
    }

    /** Whether fewer are expected than it needs, while it is still to come. */
    public boolean isAtRisk(Instant now) {
        return takesPlace() && !closed && endsAt.isAfter(now) && expected() < minimum;
    }

    /** What members said beforehand, in words; empty when nobody did, or the sheet says who came. */
    public String saidAwayWords() {
        return saidAway == 0 || closed || !takesPlace()
                ? ""
                : saidAway + (saidAway == 1 ? " member" : " members") + " said they can't come";
    }

    /** Members before the session, attendance once somebody has marked it. */
    public Ring ring() {
        if (!takesPlace()) {
            return Ring.of(members, 0, 0, capacity, words());
        }
        boolean marked = presences.stream().anyMatch(presence -> presence != Presence.UNMARKED);
        return marked ? new Ring(seats(), words()) : Ring.of(members - onHold, onHold, 0, capacity, words());
    }

    /** As in {@code 10 of 10 · 09:00 Monday Circle}. */
    public String words() {
        var what = Words.time(start) + " " + name;
        if (!takesPlace()) {
            return (reason == null ? "Cancelled" : reason) + ": no group, " + Words.count(members, "person", "people")
                    + " to tell · " + what;
        }
        long came = presences.stream().filter(Presence::came).count();
        return closed
                ? came + " of " + presences.size() + " came · " + what
                : (members - onHold) + " of " + capacity + (onHold == 0 ? "" : ", " + onHold + " on hold") + " · "
                        + what;
    }

    private List<Ring.Seat> seats() {
        var seats = new ArrayList<Ring.Seat>();
        presences.stream().sorted().map(Circle::seat).forEach(seats::add);
        seats.addAll(Collections.nCopies(Math.max(0, capacity - seats.size()), Ring.Seat.OPEN));
        return seats;
    }

    private static Ring.Seat seat(Presence presence) {
        return switch (presence) {
            case UNMARKED -> Ring.Seat.FILLED;
            case PRESENT -> Ring.Seat.PRESENT;
            case LATE, LEFT_EARLY -> Ring.Seat.LATE;
            case ABSENT -> Ring.Seat.ABSENT;
            case LATE_CANCEL, EXCUSED -> Ring.Seat.EXCUSED;
        };
    }
}
