package org.circlekeeper.scheduling;

import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.CallsAboutPage;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.springframework.stereotype.Component;

/** Puts a patient whose own appointment changes on the list of people to call. */
@Component
class TellAlone implements AppointmentTold {

    private final CallsAboutPage calls;
    private final Patients patients;
    private final Part2Mark mark;

    TellAlone(CallsAboutPage calls, Patients patients, Part2Mark mark) {
        this.calls = calls;
        this.patients = patients;
        this.mark = mark;
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

    private Whom whom(Patient patient) {
        return Whom.of(patient, mark.isOn(patient.id()));
    }
}
