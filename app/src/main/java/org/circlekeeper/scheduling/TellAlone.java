package org.circlekeeper.scheduling;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.CallsAboutPage;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** Puts a patient whose own appointment changes on the list of people to call. */
@Component
class TellAlone implements AppointmentTold {

    private final CallsAboutPage calls;
    private final Patients patients;
    private final Rosters rosters;
    private final Groups groups;

    TellAlone(CallsAboutPage calls, Patients patients, Rosters rosters, Groups groups) {
        this.calls = calls;
        this.patients = patients;
        this.rosters = rosters;
        this.groups = groups;
    }

    @Override
    public boolean reaches(Appointment appointment) {
        return appointment.patient() != null;
    }

    @Override
    public void tell(Appointment appointment, String sentence, Actor actor) {
        patient(appointment).ifPresent(one -> calls.ask(whom(one), sentence, appointment.href(), actor));
    }

    @Override
    public void takenBack(Appointment appointment, String sentence, Actor actor) {
        patient(appointment).ifPresent(one -> calls.takenBack(whom(one), sentence, appointment.href(), actor));
    }

    private Optional<Patient> patient(Appointment appointment) {
        return Optional.ofNullable(appointment.patient()).flatMap(patients::find);
    }

    /** Whoever ever had a seat in a group under 42 CFR Part 2 is called with its mark. */
    private Whom whom(Patient patient) {
        Set<GroupId> seats = new HashSet<>();
        rosters.of(patient.id()).forEach(one -> seats.add(one.group()));
        boolean part2 = groups.all().stream().filter(Group::part2).anyMatch(group -> seats.contains(group.id()));
        return Whom.of(patient, part2);
    }
}
