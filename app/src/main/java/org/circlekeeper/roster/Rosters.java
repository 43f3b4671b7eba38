package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Who has a seat in which group, from when to when. */
@Component
public class Rosters {

    private final MembershipStore store;
    private final Groups groups;
    private final AuditTrail audit;
    private final Clock clock;

    Rosters(MembershipStore store, Groups groups, AuditTrail audit, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an attempt to join. */
    public sealed interface Joined {
        /** The seat is theirs. */
        record Seated(MembershipId membership) implements Joined {}

        /** No seat is free on some day of the episode. */
        record Full(int capacity) implements Joined {}

        /** They have a seat in this group then already. */
        record AlreadySeated() implements Joined {}
    }

    /** Every episode of the group, past ones too. */
    public List<Membership> of(GroupId group) {
        return store.of(group);
    }

    /** Every episode of a patient. */
    public List<Membership> of(PatientId patient) {
        return store.of(patient);
    }

    /** Every episode of the practice that touches the day. */
    public List<Membership> on(LocalDate day) {
        return store.on(day);
    }

    /** Everyone's episodes, in one question. */
    public List<Membership> all() {
        return store.all();
    }

    /** Seats a patient from a day on. */
    public Joined join(GroupId group, PatientId patient, DateRange days, Actor actor) {
        store.lock(group);
        var episodes = store.of(group);
        if (episodes.stream().anyMatch(m -> m.patient().equals(patient) && touch(m.days(), days))) {
            return new Joined.AlreadySeated();
        }
        int capacity = groups.find(group).orElseThrow().capacity();
        if (mostSeated(episodes, days) >= capacity) {
            return new Joined.Full(capacity);
        }
        var membership = new MembershipId(NewId.at(clock.instant()));
        store.add(new Membership(membership, group, patient, days));
        audit.did(actor, "gave a seat", "group " + group, List.of(patient.value()), "membership from " + days.first());
        return new Joined.Seated(membership);
    }

    /** Ends an episode after its last day. */
    public void leave(MembershipId membership, LocalDate lastDay, String reason, Actor actor) {
        store.end(membership, lastDay, reason);
        audit.did(actor, "ended a membership", "membership " + membership, reason);
    }

    /** Those of the ids that somebody has worked on since they came. */
    public List<MembershipId> workedOn(Collection<MembershipId> ids) {
        return store.workedOn(ids);
    }

    /** Takes back episodes that an import added and nobody worked on. */
    public void takeBack(Collection<MembershipId> ids) {
        store.remove(ids);
    }

    /** The most people seated on any one day of the episode: it can only rise on a first day. */
    private static long mostSeated(List<Membership> episodes, DateRange days) {
        return episodes.stream()
                .map(m -> m.days().first())
                .filter(days::includes)
                .map(day -> seatedOn(episodes, day))
                .reduce(seatedOn(episodes, days.first()), Math::max);
    }

    private static long seatedOn(List<Membership> episodes, LocalDate day) {
        return episodes.stream().filter(m -> m.days().includes(day)).count();
    }

    private static boolean touch(DateRange one, DateRange other) {
        return one.includes(other.first()) || other.includes(one.first());
    }
}
