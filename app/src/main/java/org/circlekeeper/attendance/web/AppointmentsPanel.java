package org.circlekeeper.attendance.web;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Appointments;
import org.springframework.stereotype.Component;

/** The appointments of their own that a member's page shows: to the office all, to whoever leads those they hold. */
@Component
class AppointmentsPanel {

    private static final int MOST = 30;

    private final Appointments appointments;
    private final Practices practices;

    AppointmentsPanel(Appointments appointments, Practices practices) {
        this.appointments = appointments;
        this.practices = practices;
    }

    /** The latest first. */
    List<PatientPage.Alone> of(PatientId patient, SignedIn who) {
        var seen = appointments.of(patient, MOST).stream()
                .filter(one -> who.may(Permission.SEE_WHOLE_PRACTICE)
                        || one.leader().value().equals(who.practitioner()))
                .toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        var zone = practices.current().zone();
        var leaders = practices.practitioners();
        return seen.stream()
                .map(one -> new PatientPage.Alone(
                        one.href(),
                        Words.moment(one.startsAt(), zone),
                        one.kind().onScreen() + (one.code().isEmpty() ? "" : " (" + one.code() + ")"),
                        leaders.stream()
                                .filter(leader -> leader.id().equals(one.leader()))
                                .map(Practitioner::signature)
                                .findFirst()
                                .orElse(""),
                        tone(one.status()),
                        one.status().onScreen()))
                .toList();
    }

    private static Tone tone(Appointment.Status status) {
        return switch (status) {
            case PLANNED -> Tone.CALM;
            case KEPT -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case CANCELLED -> Tone.NONE;
        };
    }
}
