package org.circlekeeper.waitlist;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.Part2Source;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Whoever asked for a seat in a kind of group under 42 CFR Part 2, whatever became of it. */
@Component
class WishesUnderPart2 implements Part2Source {

    private final WishUnderPart2Store store;

    WishesUnderPart2(WishUnderPart2Store store) {
        this.store = store;
    }

    @Override
    public Set<PatientId> patients(Collection<PatientId> asked) {
        return store.patients(asked);
    }

    @Override
    public Set<UUID> entries(Collection<UUID> asked) {
        return store.entries(asked);
    }
}
