package org.circlekeeper.movein.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.jspecify.annotations.Nullable;

/**
 * A group seen in the appointments: the same leader, weekday, start and length, billed 90853 for two clients or more.
 *
 * @param known the group here that it is, null when it is new
 * @param part2 whether any of its rows, or of its members' own, speaks of 42 CFR Part 2
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
        LocalDate firstDay,
        List<Meeting> meetings,
        List<Seated> memberships) {

    private static final int ENOUGH_TO_TELL = 3;

    /** One client's time in the group. */
    public record Seated(String client, DateRange days) {}

    /** Whether it ever met in two weeks that follow one another, or too seldom to tell. */
    public boolean isWeekly() {
        return meetings.size() < ENOUGH_TO_TELL
                || IntStream.range(1, meetings.size())
                        .anyMatch(i -> meetings.get(i - 1)
                                .slot()
                                .date()
                                .plusWeeks(1)
                                .equals(meetings.get(i).slot().date()));
    }

    /** The days of its weekly time: none to come for a group that does not meet weekly. */
    public DateRange weeks() {
        return isWeekly()
                ? DateRange.from(plannedFrom())
                : new DateRange(firstDay, meetings.getLast().slot().date());
    }

    /** The day from which planning goes on: the day after the last session that the files hold. */
    public LocalDate plannedFrom() {
        return meetings.isEmpty() ? firstDay : meetings.getLast().slot().date().plusDays(1);
    }
}
