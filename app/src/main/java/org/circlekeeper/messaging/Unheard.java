package org.circlekeeper.messaging;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** Puts whom nothing reached outside on the call list: the call stands until somebody spoke with them. */
@Component
class Unheard {

    private final Patients patients;
    private final Calls calls;
    private final Part2Mark mark;
    private final Practices practices;

    Unheard(Patients patients, Calls calls, Part2Mark mark, Practices practices) {
        this.patients = patients;
        this.calls = calls;
        this.mark = mark;
        this.practices = practices;
    }

    void call(PatientId member, String why, Actor actor) {
        patients.find(member)
                .ifPresent(patient -> calls.ask(
                        Whom.of(patient, mark.isOn(member)), why, "/patients/" + member, practices.today(), actor));
    }
}
