package org.circlekeeper.roster;

import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.messaging.ThreadScope;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/**
 * Says whose therapist somebody is: of whoever sits, or is to sit, in a group that they lead today. In that hat alone,
 * though another one may show them the whole practice; and not of whom they met once, as a substitute.
 */
@Component
class OwnThreads implements ThreadScope {

    private final Caseloads caseloads;

    OwnThreads(Caseloads caseloads) {
        this.caseloads = caseloads;
    }

    @Override
    public Set<PatientId> treatedBy(SignedIn who) {
        var practitioner = who.practitioner();
        return practitioner == null || !who.roles().contains(Role.THERAPIST)
                ? Set.of()
                : caseloads.treated(new PractitionerId(practitioner));
    }
}
