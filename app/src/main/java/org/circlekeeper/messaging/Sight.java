package org.circlekeeper.messaging;

import static org.circlekeeper.messaging.Message.Topic.BILLING;
import static org.circlekeeper.messaging.Message.Topic.CARE;
import static org.circlekeeper.messaging.Message.Topic.LOGISTICS;

import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;

/**
 * What of the messages somebody reads and writes: each hat its own topics, a therapist's with their own members alone.
 *
 * @param everywhere topics with every member
 * @param ofOwn topics with the members of their own groups
 * @param own those members
 */
public record Sight(Set<Topic> everywhere, Set<Topic> ofOwn, Set<PatientId> own) {

    public Sight {
        everywhere = Set.copyOf(everywhere);
        ofOwn = Set.copyOf(ofOwn);
        own = Set.copyOf(own);
    }

    /** Decides by the hats somebody wears. Pure. */
    static Sight of(Set<Role> roles, Set<PatientId> own) {
        var everywhere = EnumSet.noneOf(Topic.class);
        if (roles.contains(Role.COORDINATOR)) {
            everywhere.add(LOGISTICS);
        }
        if (roles.contains(Role.BILLER)) {
            everywhere.add(BILLING);
        }
        var ofOwn = roles.contains(Role.THERAPIST) ? EnumSet.of(CARE, LOGISTICS) : EnumSet.noneOf(Topic.class);
        return new Sight(everywhere, ofOwn, own);
    }

    /** The topics that somebody reads and writes with this member. */
    public Set<Topic> topics(PatientId patient) {
        var topics = EnumSet.noneOf(Topic.class);
        topics.addAll(everywhere);
        if (own.contains(patient)) {
            topics.addAll(ofOwn);
        }
        return topics;
    }
}
