package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which a membership in a cohort or a module group may begin, both included; the name is the module's. */
public record EnrolmentWindow(UUID id, GroupId group, String name, LocalDate first, LocalDate last) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
