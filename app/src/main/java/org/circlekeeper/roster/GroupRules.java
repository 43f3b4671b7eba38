package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** When groups of the practice in scope take members, and who is never to sit beside whom. */
@Component
public class GroupRules {

    private final RuleOfGroupStore store;
    private final GroupStore groups;
    private final AuditTrail audit;
    private final Clock clock;

    GroupRules(RuleOfGroupStore store, GroupStore groups, AuditTrail audit, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** The windows of a group, the earliest first. */
    public List<EnrolmentWindow> windows(GroupId group) {
        return store.windows(group);
    }

    public void open(GroupId group, String name, LocalDate first, LocalDate last, Actor actor) {
        store.open(new EnrolmentWindow(NewId.at(clock.instant()), group, name, first, last));
        groups.touch(group);
        audit.did(actor, "opened a group for new members", "group " + group, "from " + first + " to " + last);
    }

    public void shut(EnrolmentWindow window, Actor actor) {
        store.shut(window.id());
        audit.did(actor, "closed a group for new members", "group " + window.group(), "from " + window.first());
    }

    /** The pairs that a patient is half of. */
    public List<Apart> apart(PatientId patient) {
        return store.apart(patient);
    }

    public void keepApart(PatientId one, PatientId other, boolean byOrder, String reason, DateRange days, Actor actor) {
        var id = NewId.at(clock.instant());
        store.keepApart(new Apart(id, one, other, byOrder, reason, days));
        audit.did(
                actor,
                "said who is kept apart",
                "pair " + id,
                List.of(one.value(), other.value()),
                byOrder ? "by a court's order" : "not to sit together");
    }

    public void endApart(Apart pair, LocalDate last, Actor actor) {
        store.endApart(pair.id(), last);
        audit.did(
                actor,
                "said who is no longer kept apart",
                "pair " + pair.id(),
                List.of(pair.one().value(), pair.other().value()),
                "after " + last);
    }
}
