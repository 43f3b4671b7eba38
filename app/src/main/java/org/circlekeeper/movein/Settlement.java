package org.circlekeeper.movein;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.movein.plan.Entry;
import org.circlekeeper.movein.plan.Plan;
import org.springframework.stereotype.Component;

/** Keeps in mind where files and practice differ, until a person has settled it or the files agree again. */
@Component
public class Settlement {

    private final UnsettledStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Settlement(UnsettledStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for a person. */
    public List<Unsettled> waiting() {
        return store.all().stream().filter(not(Unsettled::leftHere)).toList();
    }

    /** A person says that what is here stays. It is asked again when the files say something else yet. */
    public int leave(Actor actor) {
        int left = store.leave();
        audit.did(actor, "left differences of an export", "import", left + " stay as they are here");
        return left;
    }

    /** Brings what is kept in mind up to date with an import. What these files do not speak of stays as it was. */
    void keep(Plan plan, boolean accepted) {
        var now = now(plan, accepted);
        var spokenOf = new HashSet<String>();
        plan.entries().forEach(entry -> spokenOf.add(entry.row().kind().file() + entry.key()));
        plan.gone().forEach(gone -> spokenOf.add(gone.kind().file() + gone.key()));
        var before = store.all().stream()
                .filter(one -> spokenOf.contains(one.file() + one.key()))
                .toList();
        before.stream().filter(one -> now.stream().noneMatch(one::isSameAs)).forEach(store::remove);
        now.stream().filter(one -> before.stream().noneMatch(one::isSameAs)).forEach(store::add);
    }

    private List<Unsettled> now(Plan plan, boolean accepted) {
        var now = new ArrayList<Unsettled>();
        for (var entry : plan.changed()) {
            var file = entry.row().kind().file();
            entry.differences().stream()
                    .filter(one -> !accepted || !one.acceptable())
                    .map(one -> unsettled(file, entry, one))
                    .forEach(now::add);
        }
        plan.gone()
                .forEach(gone -> now.add(new Unsettled(
                        gone.kind().file(),
                        gone.key(),
                        "",
                        0,
                        gone.called(),
                        "",
                        "",
                        false,
                        "It stays here; end by hand what is over.",
                        clock.instant(),
                        false)));
        return now;
    }

    private Unsettled unsettled(String file, Entry entry, Difference one) {
        var slot = entry.slot();
        return new Unsettled(
                file,
                entry.key(),
                one.field(),
                one.row(),
                slot == null ? one.id() : one.id() + " on " + slot.date() + " " + slot.start(),
                one.before(),
                one.after(),
                one.acceptable(),
                one.remedy(),
                clock.instant(),
                false);
    }
}
