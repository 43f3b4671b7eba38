package org.circlekeeper.roster;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.messaging.ThreadScope;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says whose therapist somebody is: of whoever sits, or is to sit, in a group that they lead today, and of whoever sat
 * in their group last and sits nowhere any more. In that hat alone, though another one may show them the whole
 * practice; and not of whom they met once, as a substitute.
 */
@Component
class OwnThreads implements ThreadScope {

    private final Caseloads caseloads;
    private final People people;
    private final Practices practices;

    OwnThreads(Caseloads caseloads, People people, Practices practices) {
        this.caseloads = caseloads;
        this.people = people;
        this.practices = practices;
    }

    @Override
    public Set<PatientId> treatedBy(SignedIn who) {
        return treating(who.roles(), who.practitioner())
                .map(one -> caseloads.treated(Set.of(one)))
                .orElseGet(Set::of);
    }

    @Override
    public Set<PatientId> treated() {
        return caseloads.treated(people.inPractice(practices.current().id()).stream()
                .filter(one -> !one.person().disabled())
                .flatMap(one -> treating(one.roles(), one.practitioner()).stream())
                .collect(toSet()));
    }

    /** As whom somebody treats members, if they do. */
    private static Optional<PractitionerId> treating(Set<Role> roles, @Nullable UUID practitioner) {
        return practitioner == null || !roles.contains(Role.THERAPIST)
                ? Optional.empty()
                : Optional.of(new PractitionerId(practitioner));
    }
}
