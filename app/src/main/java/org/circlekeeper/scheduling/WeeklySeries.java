package org.circlekeeper.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;

/**
 * A group's weekly time, in the practice's local time: an 18:30 group stays at 18:30 across a clock change.
 *
 * @param placeOfService the CMS place-of-service code, {@code 11} for the office
 */
public record WeeklySeries(
        SeriesId id,
        GroupId group,
        DayOfWeek weekday,
        LocalTime start,
        Duration length,
        DateRange days,
        String placeOfService) {}
