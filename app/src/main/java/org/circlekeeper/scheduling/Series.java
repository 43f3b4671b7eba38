package org.circlekeeper.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * When a group meets, in the practice's local time: an 18:30 group stays at 18:30 across a clock change.
 *
 * @param days from its first day on; the rule is reckoned from there
 * @param placeOfService the CMS place-of-service code, {@code 11} for the office
 * @param room where it meets; null when that is not said
 * @param link the address of its telehealth room; empty when it has none
 */
public record Series(
        SeriesId id,
        GroupId group,
        Recurrence rule,
        LocalTime start,
        Duration length,
        DateRange days,
        String placeOfService,
        @Nullable RoomId room,
        String link) {

    /** A group's weekly time. */
    public static Series weekly(
            SeriesId id,
            GroupId group,
            DayOfWeek weekday,
            LocalTime start,
            Duration length,
            DateRange days,
            String placeOfService) {
        return new Series(id, group, Recurrence.weekly(weekday), start, length, days, placeOfService, null, "");
    }

    /** The same time, place and rule for another group and its days. */
    public Series goingOnIn(SeriesId id, GroupId group, DateRange days) {
        return new Series(id, group, rule, start, length, days, placeOfService, room, link);
    }
}
