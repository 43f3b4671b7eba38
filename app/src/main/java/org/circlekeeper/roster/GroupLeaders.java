package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Who leads the groups of the practice in scope beside their leaders. */
@Component
public class GroupLeaders {

    private final LeaderStore store;
    private final GroupStore groups;
    private final AuditTrail audit;
    private final Clock clock;

    GroupLeaders(LeaderStore store, GroupStore groups, AuditTrail audit, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of every group, in one question. */
    public List<GroupLeader> all() {
        return store.all();
    }

    public List<GroupLeader> of(GroupId group) {
        return store.of(group);
    }

    /** How many lead a group on a day, its leader among them. Who learns or supervises does not lead. */
    public int leadingOn(GroupId group, LocalDate day) {
        return leading(store.of(group), day);
    }

    /** The same, of those known already. */
    public static int leading(List<GroupLeader> beside, LocalDate day) {
        return 1
                + (int) beside.stream()
                        .filter(one -> one.part() == GroupLeader.Part.CO_LEADING
                                && one.days().includes(day))
                        .map(GroupLeader::practitioner)
                        .distinct()
                        .count();
    }

    public void add(GroupId group, PractitionerId practitioner, GroupLeader.Part part, DateRange days, Actor actor) {
        store.add(new GroupLeader(NewId.at(clock.instant()), group, practitioner, part, days));
        groups.touch(group);
        audit.did(actor, "said who leads a group too", "group " + group, practitioner + " " + part.onScreen());
    }

    /** After this day they do no more; one whose first day is later never did. */
    public void end(GroupLeader leader, LocalDate last, Actor actor) {
        store.end(leader.id(), last);
        audit.did(
                actor,
                "said who no longer leads a group",
                "group " + leader.group(),
                leader.practitioner() + " " + last);
    }
}
