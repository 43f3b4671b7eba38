package org.circlekeeper.movein.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;

/**
 * Which groups here the files put under 42 CFR Part 2: by a booking, or by the own row of somebody who sits in them.
 */
final class Part2Groups {

    private final Set<GroupId> spokenOf = new HashSet<>();

    private Part2Groups() {}

    /** Those that are not under it yet. */
    static List<Group> fresh(
            Known known, Clients clients, List<GroupSeen> groups, List<Meeting> late, Predicate<Seat> part2) {
        var found = new Part2Groups();
        groups.stream().filter(GroupSeen::part2).forEach(found::add);
        late.stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(part2))
                .forEach(found::add);
        clients.rows().stream()
                .filter(row -> row.part2().applies())
                .map(row -> known.patients().get(row.id()))
                .filter(patient -> patient != null)
                .map(patient -> known.sits().getOrDefault(patient, Set.of()))
                .forEach(found::add);
        return known.groups().stream()
                .filter(group -> !group.part2() && found.spokenOf.contains(group.id()))
                .toList();
    }

    private void add(GroupSeen group) {
        var here = group.known();
        if (here != null) {
            spokenOf.add(here.id());
        }
    }

    private void add(Meeting meeting) {
        var here = meeting.here();
        if (here != null) {
            spokenOf.add(here.group());
        }
    }

    private void add(Collection<GroupId> groups) {
        spokenOf.addAll(groups);
    }
}
