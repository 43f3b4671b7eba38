package org.circlekeeper.intake;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;

/** Groups of a practice, asked for once and looked up by the seats in them. */
public final class KnownGroups {

    private final Map<GroupId, Group> byId;

    public KnownGroups(Collection<Group> groups) {
        this.byId = groups.stream().collect(toMap(Group::id, group -> group));
    }

    /** The group of a seat: a seat is always in one. */
    public Group of(Membership seat) {
        return of(seat.group());
    }

    public Group of(GroupId id) {
        return Objects.requireNonNull(byId.get(id), () -> "No group " + id);
    }
}
