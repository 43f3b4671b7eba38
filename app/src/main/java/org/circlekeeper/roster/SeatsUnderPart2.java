package org.circlekeeper.roster;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.Part2Source;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Whoever sits, sat or is to sit in a group under 42 CFR Part 2. */
@Component
class SeatsUnderPart2 implements Part2Source {

    private final MembershipStore memberships;

    SeatsUnderPart2(MembershipStore memberships) {
        this.memberships = memberships;
    }

    @Override
    public Set<PatientId> patients(Collection<PatientId> asked) {
        return memberships.underPart2(asked);
    }

    @Override
    public Set<UUID> entries(Collection<UUID> asked) {
        return Set.of();
    }
}
