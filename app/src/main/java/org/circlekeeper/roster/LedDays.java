package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.practice.PractitionerId;

/** Asked of the calendar: on which days somebody leads or led a session of which group, as a substitute too. */
public interface LedDays {

    /** One day on which a group meets or met under this leader. */
    record Led(GroupId group, LocalDate day) {}

    Set<Led> ledBy(PractitionerId leader);
}
