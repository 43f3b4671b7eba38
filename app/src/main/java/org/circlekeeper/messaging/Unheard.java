package org.circlekeeper.messaging;

import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** Puts whom nothing reached outside on the call list: the call stands until somebody spoke with them. */
@Component
class Unheard {

    private final Patients patients;
    private final Calls calls;
    private final List<ThreadScope> scopes;
    private final Practices practices;

    Unheard(Patients patients, Calls calls, List<ThreadScope> scopes, Practices practices) {
        this.patients = patients;
        this.calls = calls;
        this.scopes = scopes;
        this.practices = practices;
    }

    void call(PatientId member, String why, Actor actor) {
        boolean part2 = scopes.stream().anyMatch(scope -> scope.isPart2(member));
        patients.find(member)
                .ifPresent(patient ->
                        calls.ask(Whom.of(patient, part2), why, "/patients/" + member, practices.today(), actor));
    }
}
