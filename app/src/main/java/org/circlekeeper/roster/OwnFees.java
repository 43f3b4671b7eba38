package org.circlekeeper.roster;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** What kinds of groups and groups of the practice in scope charge of their own. */
@Component
public class OwnFees {

    private final OwnFeeStore store;
    private final GroupStore groups;
    private final AuditTrail audit;
    private final Clock clock;

    OwnFees(OwnFeeStore store, GroupStore groups, AuditTrail audit, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, to look many sessions up in. */
    public FeeSchedule schedule() {
        return new FeeSchedule(store.all());
    }

    /** Those of a kind, the newest first. */
    public List<OwnFee> of(UUID type) {
        return store.all().stream().filter(fee -> type.equals(fee.type())).toList();
    }

    /** Those of a single group, the newest first. */
    public List<OwnFee> of(GroupId group) {
        return store.all().stream().filter(fee -> group.equals(fee.group())).toList();
    }

    /** Another kind charges what this one does, from the same days on. */
    void copy(UUID from, UUID to, Actor actor) {
        of(from).forEach(fee -> set(new OwnFee(to, null, fee.from(), fee.charge()), actor));
    }

    /** What a group has to charge of its own so that it costs the same in another kind. */
    Optional<List<OwnFee>> goOn(GroupId group, UUID from, UUID to) {
        return schedule().goOn(group, from, to);
    }

    /**
     * Somebody sets one. Claims that are not filed yet follow; what was filed stays as it was filed. A group that has
     * one is worked on: an import is not undone over it any more.
     */
    public void charge(OwnFee fee, Actor actor) {
        var group = fee.group();
        if (group != null) {
            groups.touch(group);
        }
        set(fee, actor);
    }

    void set(OwnFee fee, Actor actor) {
        var charge = fee.charge();
        store.keep(NewId.at(clock.instant()), fee, actor.label(), clock.instant());
        audit.did(
                actor,
                "set a fee",
                fee.group() == null ? "kind " + fee.type() : "group " + fee.group(),
                "from " + fee.from() + (charge == null ? ", none of its own" : ""));
    }
}
