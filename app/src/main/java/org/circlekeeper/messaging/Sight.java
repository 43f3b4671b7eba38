package org.circlekeeper.messaging;

import static org.circlekeeper.messaging.Message.Topic.BILLING;
import static org.circlekeeper.messaging.Message.Topic.CARE;
import static org.circlekeeper.messaging.Message.Topic.LOGISTICS;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;

/**
 * What of the messages somebody reads and writes: each hat its own topics, a therapist's with their own members alone.
 * What nobody else has is the owner's, so that nothing which a member writes is read by nobody. Words of crisis are for
 * whoever treats the member and for the owner, whatever they are about: a biller alone is no help.
 *
 * @param everywhere topics with every member
 * @param ofOwn topics with the members of their own groups
 * @param own those members
 * @param crises whether words of crisis of every member are theirs to read
 */
public record Sight(Set<Topic> everywhere, Set<Topic> ofOwn, Set<PatientId> own, boolean crises) {

    public Sight(Set<Topic> everywhere, Set<Topic> ofOwn, Set<PatientId> own) {
        this(everywhere, ofOwn, own, false);
    }

    public Sight {
        everywhere = Set.copyOf(everywhere);
        ofOwn = Set.copyOf(ofOwn);
        own = Set.copyOf(own);
    }

    /**
     * What no hat but the owner's has.
     *
     * @param topics those whose hat nobody of the practice wears
     * @param members who wrote, and whose therapist nobody is
     */
    record Nobodys(Set<Topic> topics, Set<PatientId> members) {

        static final Nobodys NOTHING = new Nobodys(Set.of(), Set.of());

        Nobodys {
            topics = Set.copyOf(topics);
            members = Set.copyOf(members);
        }
    }

    /** Decides by the hats somebody wears. Pure. */
    static Sight of(Set<Role> roles, Set<PatientId> own, Nobodys nobodys) {
        var everywhere = EnumSet.noneOf(Topic.class);
        var ofOwn = EnumSet.noneOf(Topic.class);
        var members = new HashSet<>(own);
        if (roles.contains(Role.COORDINATOR)) {
            everywhere.add(LOGISTICS);
        }
        if (roles.contains(Role.BILLER)) {
            everywhere.add(BILLING);
        }
        if (roles.contains(Role.THERAPIST)) {
            ofOwn.addAll(EnumSet.of(CARE, LOGISTICS));
        }
        if (roles.contains(Role.OWNER)) {
            members.addAll(nobodys.members());
            ofOwn.add(CARE);
            if (nobodys.topics().contains(LOGISTICS)) {
                ofOwn.add(LOGISTICS);
            }
            if (nobodys.topics().contains(BILLING)) {
                everywhere.add(BILLING);
            }
        }
        return new Sight(everywhere, ofOwn, members, roles.contains(Role.OWNER));
    }

    /** The same without what is theirs beside somebody else. */
    Sight alone() {
        return new Sight(everywhere, ofOwn, own);
    }

    /** Whether they treat those members. */
    boolean treats() {
        return ofOwn.contains(CARE);
    }

    /** Whether words of crisis of this member are theirs to read, whatever they are about. */
    public boolean hears(PatientId patient) {
        return crises || treats() && own.contains(patient);
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
