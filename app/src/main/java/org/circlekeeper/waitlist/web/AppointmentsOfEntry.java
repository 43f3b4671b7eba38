package org.circlekeeper.waitlist.web;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.waitlist.Entry;
import org.springframework.stereotype.Component;

/** What the calendar holds for somebody who waits. */
@Component
class AppointmentsOfEntry {

    private final Appointments appointments;
    private final Practices practices;

    AppointmentsOfEntry(Appointments appointments, Practices practices) {
        this.appointments = appointments;
        this.practices = practices;
    }

    List<EntryPage.Alone> of(Entry entry, SignedIn who) {
        var found = appointments.of(entry.id().value());
        if (found.isEmpty()) {
            return List.of();
        }
        var zone = practices.current().zone();
        var leaders = practices.practitioners();
        return found.stream()
                .map(one -> new EntryPage.Alone(
                        opens(one, who) ? one.href() : null,
                        one.kind().onScreen() + ", " + Words.moment(one.startsAt(), zone),
                        leaders.stream()
                                .filter(leader -> leader.id().equals(one.leader()))
                                .map(Practitioner::signature)
                                .findFirst()
                                .orElse(""),
                        one.status().onScreen()))
                .toList();
    }

    /** As the page of an appointment lets somebody in. */
    private static boolean opens(Appointment appointment, SignedIn who) {
        return who.may(Permission.SEE_WHOLE_PRACTICE)
                || appointment.leader().value().equals(who.practitioner());
    }
}
