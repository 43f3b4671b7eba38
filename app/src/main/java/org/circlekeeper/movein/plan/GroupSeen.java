package org.circlekeeper.movein.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.jspecify.annotations.Nullable;

/**
 * A group seen in the appointments: the same leader, weekday, start and length, billed 90853 for two clients or more.
 *
 * @param known the group here that it is, null when it is new
 * @param part2 whether any of its rows, or of its members' own, speaks of 42 CFR Part 2
 * @param planned whether it goes on
 * @param meetings those that have begun, oldest first
 * @param memberships who has had a seat from when to when
 */
public record GroupSeen(
        Npi leader,
        DayOfWeek weekday,
        LocalTime start,
        int minutes,
        String placeOfService,
        @Nullable Group known,
        String name,
        int capacity,
        boolean part2,
        Planned planned,
        LocalDate firstDay,
        List<Meeting> meetings,
        List<Seated> memberships) {

    /** One client's time in the group. */
    public record Seated(String client, DateRange days) {}

    /** Whether its sessions to come are planned. */
    public enum Planned {
        /** Each week from now on. */
        WEEKLY,
        /** Not by themselves: it meets, and not weekly. */
        NOT_WEEKLY,
        /** No more: it has not met for weeks. */
        OVER,
        /** No more: it met in the place of another group. */
        BESIDE
    }

    /** The days of its weekly time: none to come for a group that does not meet weekly. */
    public DateRange weeks() {
        return planned == Planned.WEEKLY ? DateRange.from(plannedFrom()) : new DateRange(firstDay, lastDay());
    }

    /** Its own days: what met in the place of another group is over with its last session. */
    public DateRange days() {
        return planned == Planned.BESIDE ? weeks() : DateRange.from(firstDay);
    }

    /** The day of its last session that has begun, or of its first to come. */
    public LocalDate lastDay() {
        return meetings.isEmpty() ? firstDay : meetings.getLast().slot().date();
    }

    /** The day from which planning goes on: the day after the last session that the files hold. */
    public LocalDate plannedFrom() {
        return meetings.isEmpty() ? firstDay : lastDay().plusDays(1);
    }
}
