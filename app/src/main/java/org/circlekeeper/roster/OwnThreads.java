package org.circlekeeper.roster;

import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.messaging.ThreadScope;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Says whose therapist somebody is: in that hat alone, though another one may show them the whole practice. */
@Component
class OwnThreads implements ThreadScope {

    private final Caseloads caseloads;

    OwnThreads(Caseloads caseloads) {
        this.caseloads = caseloads;
    }

    @Override
    public Set<PatientId> treatedBy(SignedIn who) {
        if (!who.roles().contains(Role.THERAPIST)) {
            return Set.of();
        }
        var hat = new SignedIn(
                who.person(),
                who.name(),
                who.practice(),
                who.practiceName(),
                Set.of(Role.THERAPIST),
                who.practitioner());
        return switch (caseloads.of(hat)) {
            case Caseload.Own own -> own.patients();
            case Caseload.Whole _ -> Set.of();
        };
    }
}
