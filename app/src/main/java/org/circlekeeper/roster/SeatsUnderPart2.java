package org.circlekeeper.roster;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.Part2Source;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Whoever sits, sat or is to sit in a group under 42 CFR Part 2. */
@Component
class SeatsUnderPart2 implements Part2Source {

    private final MembershipStore memberships;
    private final LedNow ledNow;

    SeatsUnderPart2(MembershipStore memberships, LedNow ledNow) {
        this.memberships = memberships;
        this.ledNow = ledNow;
    }

    @Override
    public Set<PatientId> patients(Collection<PatientId> asked) {
        return memberships.underPart2(asked);
    }

    @Override
    public Set<PatientId> patients(SignedIn who, Collection<PatientId> asked) {
        return memberships.underPart2(asked, ledNow.of(who));
    }

    @Override
    public Set<UUID> entries(SignedIn who, Collection<UUID> asked) {
        return Set.of();
    }

    @Override
    public Set<UUID> entries(Collection<UUID> asked) {
        return Set.of();
    }
}
