package org.circlekeeper.assistant;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.circlekeeper.access.Permission;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.DatabaseTrouble;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The assistant's rounds: plan each duty from today's facts, do what it is trusted with, propose or ask the rest. One
 * round holds the practice's lock and goes on until a pass does nothing, ten passes at the most.
 */
@Component
public class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int MOST_PASSES = 10;

    /** Stands for all that a duty would do when it could not even look. */
    private static final Step<?> LOOKING = new Step.Ask<>(
            "looking", "What would there be to do?", "/journal", Because.of("Looking for what there is to do failed."));

    private final List<Duty<?>> duties;
    private final Journal journal;
    private final Approvals approvals;
    private final PracticeRules rules;
    private final Practices practices;
    private final PracticeScope scope;
    private final RoundLock lock;
    private final List<AfterRound> listeners;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(
            List<Duty<?>> duties,
            Journal journal,
            Approvals approvals,
            PracticeRules rules,
            Practices practices,
            PracticeScope scope,
            RoundLock lock,
            List<AfterRound> listeners,
            AuditTrail audit,
            Clock clock) {
        this.duties =
                duties.stream().sorted(Comparator.comparingInt(Duty::place)).toList();
        this.journal = journal;
        this.approvals = approvals;
        this.rules = rules;
        this.practices = practices;
        this.scope = scope;
        this.lock = lock;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every duty, in the order of a round. */
    public List<Duty<?>> duties() {
        return duties;
    }

    /** The duties of which a practice says how far they may go: all but those that keep a promise already made. */
    public List<Duty<?>> trusted() {
        return duties.stream().filter(duty -> !duty.keepsPromise()).toList();
    }

    /** The duty that the journal knows by this name; empty when there is none, or none any more. */
    public Optional<Duty<?>> duty(String id) {
        return duties.stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /** Makes one round of all duties as far as the practice trusts each. Returns the new journal entries. */
    public List<JournalEntry> make(PracticeId practice) {
        return make(practice, null);
    }

    /** The same, with one trust for all duties when {@code trust} is given: the word of whoever asked for the round. */
    public List<JournalEntry> make(PracticeId practice, @Nullable Trust trust) {
        return make(
                practice,
                trust,
                trust == null ? null : new Actor.Operator(System.getProperty("user.name", "operator")));
    }

    /** The same, asked for by somebody: what needs a person's order is done on theirs. */
    public List<JournalEntry> make(PracticeId practice, @Nullable Trust trust, @Nullable Actor orderedBy) {
        return make(practice, trust, orderedBy, _ -> true);
    }

    /**
     * The same, asked for by somebody who may not do everything.
     *
     * @param may what they may do: a duty whose proposals take more goes as far as the practice trusts it, without
     *     their word
     */
    public List<JournalEntry> make(
            PracticeId practice, @Nullable Trust trust, @Nullable Actor orderedBy, Predicate<Permission> may) {
        return make(practice, trust, new Order(orderedBy, may), Set.of());
    }

    /** A round that leaves for later what these duties may do by themselves: claims wait for the evening. */
    public List<JournalEntry> makeBut(PracticeId practice, Set<String> later) {
        return make(practice, null, Order.NOBODYS, later);
    }

    /** A round of one duty alone, after which nobody is told: for what must not wait for anything else. */
    public List<JournalEntry> makeOnly(PracticeId practice, String duty) {
        var all = duties.stream().filter(one -> one.id().equals(duty)).toList();
        return lock.holding(practice, () -> made(all, practice, null, Order.NOBODYS, Set.of()));
    }

    private List<JournalEntry> make(PracticeId practice, @Nullable Trust trust, Order order, Set<String> later) {
        var entries = lock.holding(practice, () -> made(duties, practice, trust, order, later));
        listeners.forEach(listener -> tell(listener, practice));
        return entries;
    }

    /** One that breaks keeps no other: what waits for sending goes all the same. */
    private static void tell(AfterRound listener, PracticeId practice) {
        try {
            listener.afterRound(practice);
        } catch (RuntimeException broken) {
            LOG.error("{} broke after a round", listener.getClass().getSimpleName(), broken);
        }
    }

    private List<JournalEntry> made(
            List<Duty<?>> of, PracticeId practice, @Nullable Trust trust, Order order, Set<String> later) {
        var round = new Round(of, practice, trust, order, later, new ArrayList<>(), new HashSet<>(), new HashSet<>());
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (!pass(round)) {
                break;
            }
        }
        return round.entries();
    }

    /**
     * One round under way.
     *
     * @param duties those it is made of
     * @param later the duties that do nothing by themselves in it
     * @param entries what it has written into the journal so far
     * @param read the duties whose reading is in the audit trail already
     * @param done the steps that were done in it: one that is still due after that waits for the next round
     */
    private record Round(
            List<Duty<?>> duties,
            PracticeId practice,
            @Nullable Trust trust,
            Order order,
            Set<String> later,
            List<JournalEntry> entries,
            Set<String> read,
            Set<Done> done) {}

    private record Done(String duty, String key) {}

    /**
     * What is known of a duty's steps before they are taken.
     *
     * @param open the keys of what waits for a person already
     * @param approved who said yes to which key
     */
    private record Known(Set<String> open, Map<String, Actor> approved) {}

    private boolean pass(Round round) {
        boolean acted = false;
        Map<String, Trust> levels = scope.in(round.practice(), rules::trust);
        for (var duty : round.duties()) {
            var level = level(duty, round, levels);
            boolean waits = level == Trust.ACT && round.later().contains(duty.id());
            if (level != Trust.OFF && !waits) {
                acted |= make(round, duty, level);
            }
        }
        return acted;
    }

    private static Trust level(Duty<?> duty, Round round, Map<String, Trust> levels) {
        if (duty.keepsPromise()) {
            return Trust.ACT;
        }
        var told = round.trust();
        return told != null && (told != Trust.ACT || round.order().covers(duty))
                ? told
                : levels.getOrDefault(duty.id(), Trust.PROPOSE);
    }

    private <A> boolean make(Round round, Duty<A> duty, Trust trust) {
        var practice = round.practice();
        var work = scope.in(
                practice,
                () -> new Work(
                        practice,
                        practices.current().zone(),
                        clock.instant(),
                        round.order().covers(duty) ? round.order().by() : null));
        List<Step<A>> plan;
        Known known;
        try {
            plan = scope.in(practice, () -> read(round, duty, work));
            known = scope.in(practice, () -> {
                var open = journal.settleAllBut(
                        duty.id(), plan.stream().map(Step::key).collect(toSet()));
                return new Known(open, approvals.waiting(duty.id()));
            });
        } catch (RuntimeException broken) {
            tellFailure(practice, duty, LOOKING, broken, round.entries());
            return false;
        }
        boolean acted = false;
        for (var step : plan) {
            acted |= take(round, duty, work, trust, step, known);
        }
        return acted;
    }

    /** What a duty read for its plan is one row, however many records and passes it took (45 CFR 164.312(b)). */
    private <A> List<Step<A>> read(Round round, Duty<A> duty, Work work) {
        var plan = duty.plan(work);
        if (round.read().add(duty.id())) {
            audit.shown(new Actor.Duty(duty.id()), "read for its plan", List.of(), duty.promise());
        }
        return plan;
    }

    /** Does the step, or notes it for a person. Whether it did something. */
    private <A> boolean take(Round round, Duty<A> duty, Work work, Trust trust, Step<A> step, Known known) {
        if (step instanceof Step.Act<A> act) {
            var by = known.approved().get(act.key());
            if (by != null) {
                return carryOut(round, work.orderedBy(by), duty, act);
            }
            if (trust == Trust.ACT && isOrdered(work, duty, act)) {
                return carryOut(round, work, duty, act);
            }
        }
        if (!known.open().contains(step.key())) {
            scope.in(round.practice(), () -> Optional.ofNullable(journal.asked(duty.id(), step)))
                    .ifPresent(round.entries()::add);
        }
        return false;
    }

    private <A> boolean isOrdered(Work work, Duty<A> duty, Step.Act<A> act) {
        return scope.in(work.practice(), () -> duty.isOrdered(work, act.action()));
    }

    private <A> boolean carryOut(Round round, Work work, Duty<A> duty, Step.Act<A> act) {
        if (!round.done().add(new Done(duty.id(), act.key()))) {
            return false;
        }
        try {
            round.entries().add(scope.in(work.practice(), () -> {
                duty.perform(work, act.action());
                approvals.used(duty.id(), act.key());
                audit.did(
                        new Actor.Duty(duty.id()),
                        duty.id(),
                        act.key(),
                        act.because().sentence());
                return journal.did(
                        duty.id(),
                        act,
                        work.orderedBy() == null
                                ? "Circlekeeper"
                                : work.orderedBy().label());
            }));
            return true;
        } catch (RuntimeException broken) {
            tellFailure(work.practice(), duty, act, broken, round.entries());
            return false;
        }
    }

    private void tellFailure(
            PracticeId practice, Duty<?> duty, Step<?> step, RuntimeException broken, List<JournalEntry> entries) {
        var reference = Failure.reference(duty, step, broken);
        DatabaseTrouble.sentence(broken)
                .ifPresentOrElse(
                        known -> LOG.error("Reference {}: {} could not go on. {}", reference, duty.id(), known),
                        () -> LOG.error("Reference {}: {} could not do {}", reference, duty.id(), step.key(), broken));
        scope.in(
                        practice,
                        () -> Optional.ofNullable(journal.failed(duty.id(), step, Failure.sentence(broken, reference))))
                .ifPresent(entries::add);
    }
}
