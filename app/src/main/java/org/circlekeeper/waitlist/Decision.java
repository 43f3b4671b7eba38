package org.circlekeeper.waitlist;

import java.time.Instant;
import java.util.Set;
import org.circlekeeper.roster.GroupId;

/** What a therapist decided, naming which groups if any, in whose words, and when. */
public record Decision(FitDecision decision, Set<GroupId> groups, String words, String by, Instant at) {

    public Decision {
        groups = Set.copyOf(groups);
    }
}
