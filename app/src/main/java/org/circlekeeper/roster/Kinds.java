package org.circlekeeper.roster;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.terms.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The kinds of groups that the practice in scope has, and whom each is for. */
@Component
public class Kinds {

    private final KindStore store;
    private final RuleOfGroupStore rules;
    private final List<KindCheck> checks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Kinds(
            KindStore store,
            RuleOfGroupStore rules,
            List<KindCheck> checks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.checks = checks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A kind, and how many groups are of it. */
    public record Kind(Groups.Type type, int groups) {}

    public List<Kind> all() {
        return store.counted();
    }

    public Optional<Kind> find(UUID id) {
        return store.counted().stream()
                .filter(kind -> kind.type().id().equals(id))
                .findFirst();
    }

    public UUID newId() {
        return NewId.at(clock.instant());
    }

    public void found(Groups.Type type, Actor actor) {
        store.named(type);
        audit.did(
                actor,
                "added a kind of group",
                "kind " + type.id(),
                type.joining().onScreen());
    }

    /** Every group of it follows. The Part 2 mark stays while any is of it: its records were made under it. */
    public void change(Groups.Type type, Actor actor) {
        audit.hold();
        store.change(type);
        audit.did(
                actor,
                "changed a kind of group",
                "kind " + type.id(),
                "billed as " + type.code() + (type.screened() ? ", people are screened" : ", nobody is screened"));
        events.publishEvent(new KindChanged(type.id()));
    }

    /** The kinds that cannot be removed, each with what speaks against it, as a sentence. */
    public Map<UUID, String> stay() {
        var stay = new HashMap<UUID, String>();
        checks.forEach(check -> stay.putAll(check.stay()));
        all().stream()
                .filter(kind -> kind.groups() > 0)
                .forEach(kind ->
                        stay.put(kind.type().id(), "Groups are of this kind: it stays as long as they are known."));
        return stay;
    }

    /** False while something speaks against it. */
    public boolean drop(UUID id, Actor actor) {
        boolean unused = find(id).isPresent() && !stay().containsKey(id);
        if (unused) {
            store.drop(id);
            audit.did(actor, "removed a kind of group", "kind " + id, "nothing was of it");
        }
        return unused;
    }

    /** Whom groups are for and not for: those of every kind, and of single groups. */
    public List<Criterion> criteria() {
        return rules.criteria();
    }

    public List<Criterion> criteria(UUID type) {
        return rules.criteria(type);
    }

    public void add(Criterion criterion, Actor actor) {
        rules.add(criterion);
        var group = criterion.group();
        audit.did(
                actor,
                "said whom groups are for",
                group == null ? "kind " + criterion.type() : "group " + group,
                criterion.says());
    }

    public void drop(Criterion criterion, Actor actor) {
        rules.drop(criterion.id());
        audit.did(actor, "no longer says whom groups are for", "kind " + criterion.type(), criterion.says());
    }
}
