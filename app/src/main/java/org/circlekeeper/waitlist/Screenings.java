package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screening finds, and what the therapist decides. Nobody is admitted by silence. */
@Component
public class Screenings {

    private static final int LOOK_AGAIN_AFTER_DAYS = 30;

    private final ScreeningStore store;
    private final EntryStore entries;
    private final Calls calls;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Screenings(
            ScreeningStore store, EntryStore entries, Calls calls, Practices practices, AuditTrail audit, Clock clock) {
        this.store = store;
        this.entries = entries;
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

    public List<Decision> decisions(EntryId entry) {
        return store.decisions(entry);
    }

    /**
     * A therapist's word. False while a seat is offered or given: then the offer is taken back first.
     *
     * @param backOn when “not now” is looked at again; null for thirty days
     */
    public boolean decide(
            EntryId id, FitDecision decision, String words, @Nullable LocalDate backOn, Actor.Person actor) {
        var entry = entries.lock(List.of(id)).getFirst();
        if (!entry.status().isUndecided() && entry.status() != WaitStatus.WAITING) {
            return false;
        }
        var again = decision == FitDecision.NOT_NOW
                ? backOn == null ? practices.today().plusDays(LOOK_AGAIN_AFTER_DAYS) : backOn
                : null;
        var to = leadsTo(entry, decision);
        if (entry.status() == WaitStatus.WAITING && to != null) {
            entries.move(id, entry.status(), to, decision.onScreen(), actor.label(), clock.instant());
            entries.decided(id, decision, actor.label(), again);
        } else {
            entries.decided(id, decision, actor.label(), again);
            if (to != null) {
                entries.move(id, entry.status(), to, decision.onScreen(), actor.label(), clock.instant());
            }
        }
        store.decide(id, new Decision(decision, words, actor.label(), clock.instant()), actor);
        toldTo(entry, decision, again, actor);
        did(actor, "decided about a seat", entry, decision.onScreen());
        return true;
    }

    /** Where an entry goes; null when it stays. Whoever must be spoken about is not ready any more. */
    private static @Nullable WaitStatus leadsTo(Entry entry, FitDecision decision) {
        var to = decision.leadsTo();
        if (decision == FitDecision.TALK && entry.status() == WaitStatus.WAITING) {
            to = WaitStatus.SCREEN_SCHEDULED;
        }
        return to == entry.status() ? null : to;
    }

    private void toldTo(Entry entry, FitDecision decision, @Nullable LocalDate again, Actor actor) {
        switch (decision) {
            case OTHER_GROUP ->
                calls.ask(entry.whom(), Telling.NOT_THIS_GROUP, entry.href(), calls.nextWorkingDay(), actor);
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
