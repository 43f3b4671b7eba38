package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.Part2Source;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.LedNow;
import org.springframework.stereotype.Component;

/** Whoever asked for a seat in a kind of group under 42 CFR Part 2, then or by now, whatever became of it. */
@Component
class WishesUnderPart2 implements Part2Source {

    private final WishUnderPart2Store store;
    private final Groups groups;
    private final LedNow ledNow;

    WishesUnderPart2(WishUnderPart2Store store, Groups groups, LedNow ledNow) {
        this.store = store;
        this.groups = groups;
        this.ledNow = ledNow;
    }

    @Override
    public Set<PatientId> patients(Collection<PatientId> asked) {
        return store.patients(asked, kinds(), null);
    }

    @Override
    public Set<UUID> entries(Collection<UUID> asked) {
        return store.entries(asked, kinds(), null);
    }

    @Override
    public Set<PatientId> patients(SignedIn who, Collection<PatientId> asked) {
        return store.patients(asked, kinds(), ledBy(who));
    }

    @Override
    public Set<UUID> entries(SignedIn who, Collection<UUID> asked) {
        return store.entries(asked, kinds(), ledBy(who));
    }

    private Set<UUID> kinds() {
        return groups.types().stream()
                .filter(Groups.Type::part2)
                .map(Groups.Type::id)
                .collect(toSet());
    }

    private Set<UUID> ledBy(SignedIn who) {
        var led = ledNow.of(who);
        return groups.all().stream()
                .filter(group -> led.contains(group.id()))
                .map(Group::type)
                .collect(toSet());
    }
}
