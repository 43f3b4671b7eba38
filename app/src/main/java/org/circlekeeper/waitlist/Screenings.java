package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screening finds, and what the therapist decides. Nobody is admitted by silence. */
@Component
public class Screenings {

    private static final int LOOK_AGAIN_AFTER_DAYS = 30;

    private final ScreeningStore store;
    private final EntryStore entries;
    private final Groups groups;
    private final Calls calls;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Screenings(
            ScreeningStore store,
            EntryStore entries,
            Groups groups,
            Calls calls,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.groups = groups;
        this.calls = calls;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    public Map<UUID, Answer> answers(EntryId entry) {
        return store.answers(entry);
    }

    public void answer(Entry entry, List<Answer> answers, Actor actor) {
        store.answer(entry.id(), answers);
        did(actor, "wrote down a screening", entry, "screening");
    }

    /** What was decided about an entry, the last word first; at most 50. */
    public List<Decision> decisions(EntryId entry) {
        return store.decisions(entry);
    }

    /** A therapist's word that names no group. */
    public boolean decide(
            EntryId id, FitDecision decision, String words, @Nullable LocalDate backOn, Actor.Person actor) {
        return decide(id, new Word(decision, Set.of(), words, backOn), actor);
    }

    /**
     * A therapist's word. False while a seat is offered or given: then the offer is taken back first. “Another group”
     * of the kind they wait for is a fit that holds for that group alone.
     */
    public boolean decide(EntryId id, Word said, Actor.Person actor) {
        var entry = entries.lock(List.of(id)).getFirst();
        if (!entry.status().isUndecided() && entry.status() != WaitStatus.WAITING) {
            return false;
        }
        var word = isOfTheKind(entry, said) ? said.as(FitDecision.FIT) : said;
        var decision = word.decision();
        var again = decision == FitDecision.NOT_NOW
                ? word.backOn() == null ? practices.today().plusDays(LOOK_AGAIN_AFTER_DAYS) : word.backOn()
                : null;
        moved(entry, decision, again, actor);
        boolean names = decision == FitDecision.FIT || decision == FitDecision.OTHER_GROUP;
        var which = names ? word.groups() : Set.<GroupId>of();
        store.decide(id, new Decision(decision, which, word.words(), actor.label(), clock.instant()), actor);
        toldTo(entry, decision, which, again, actor);
        did(actor, "decided about a seat", entry, decision.onScreen());
        return true;
    }

    private boolean isOfTheKind(Entry entry, Word said) {
        return said.decision() == FitDecision.OTHER_GROUP
                && !said.groups().isEmpty()
                && named(said.groups()).stream().allMatch(group -> group.type().equals(entry.type()));
    }

    private List<Group> named(Set<GroupId> ids) {
        return groups.all().stream().filter(group -> ids.contains(group.id())).toList();
    }

    /** An entry is never ready without a fit, so which of the two is written first depends on where it stands. */
    private void moved(Entry entry, FitDecision decision, @Nullable LocalDate again, Actor actor) {
        var to = leadsTo(entry, decision);
        boolean wasReady = entry.status() == WaitStatus.WAITING;
        if (to != null && wasReady) {
            entries.move(entry.id(), entry.status(), to, decision.onScreen(), actor.label(), clock.instant());
        }
        entries.decided(entry.id(), decision, actor.label(), again);
        if (to != null && !wasReady) {
            entries.move(entry.id(), entry.status(), to, decision.onScreen(), actor.label(), clock.instant());
        }
    }

    /** Where an entry goes; null when it stays. Whoever must be spoken about is not ready any more. */
    private static @Nullable WaitStatus leadsTo(Entry entry, FitDecision decision) {
        var to = decision.leadsTo();
        if (decision == FitDecision.TALK && entry.status() == WaitStatus.WAITING) {
            to = WaitStatus.SCREEN_SCHEDULED;
        }
        return to == entry.status() ? null : to;
    }

    private void toldTo(Entry entry, FitDecision decision, Set<GroupId> which, @Nullable LocalDate again, Actor actor) {
        switch (decision) {
            case OTHER_GROUP -> {
                var names = named(which).stream().map(Group::name).toList();
                calls.ask(entry.whom(), Telling.notThisGroup(names), entry.href(), calls.nextWorkingDay(), actor);
            }
            case NOT_NOW -> {
                if (again != null) {
                    calls.ask(entry.whom(), Telling.LOOK_AGAIN, entry.href(), again, actor);
                }
            }
            case FIT, TALK -> {}
        }
    }

    private void did(Actor actor, String what, Entry entry, String why) {
        var patient = entry.patient();
        audit.did(actor, what, "entry " + entry.id(), patient == null ? List.of() : List.of(patient.value()), why);
    }
}
