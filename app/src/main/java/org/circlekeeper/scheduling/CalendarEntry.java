package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One session as a file that a calendar program takes in (RFC 5545). Its title is neutral and it says neither place nor
 * what for: other people see calendars.
 */
public final class CalendarEntry {

    private CalendarEntry() {}

    /** @param outsideName the neutral name of the practice */
    public static String of(Session session, String outsideName, ZoneId zone, Instant now) {
        var event = new CalendarFile.Event(
                session.id() + "@circlekeeper",
                session.arranged().revision(),
                null,
                LocalDateTime.ofInstant(session.startsAt(), zone),
                LocalDateTime.ofInstant(session.endsAt(), zone),
                new CalendarFile.Text(outsideName, "", ""),
                session.status() != Session.Status.PLANNED,
                null);
        return CalendarFile.of(outsideName, zone, now, List.of(event));
    }
}
