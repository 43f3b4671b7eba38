package org.circlekeeper.scheduling;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.roster.GroupId;

/**
 * Days on which a group meets while somebody is expected elsewhere. It does not say in which other group: whoever may
 * know looks at their record.
 *
 * @param alone whether it is an appointment of their own; else it is another group in which they have a seat
 * @param days the days of the group's sessions, the first before the rest
 */
public record TakenTime(GroupId group, boolean alone, List<LocalDate> days) {

    public TakenTime {
        days = List.copyOf(days);
    }
}
