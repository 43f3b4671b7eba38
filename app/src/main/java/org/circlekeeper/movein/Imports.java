package org.circlekeeper.movein;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.movein.plan.Entry;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.plan.Plan;
import org.circlekeeper.movein.plan.Planner;
import org.circlekeeper.movein.plan.Slot;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.NewId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Imports into the practice in scope: tried, done as a whole or not at all, and taken back. */
@Component
public class Imports {

    private final Gathering gathering;
    private final Bringing bringing;
    private final Seating seating;
    private final Acceptance acceptance;
    private final TakingBack takingBack;
    private final UnitsUsed units;
    private final ImportStore store;
    private final RowStore rows;
    private final Settlement settlement;
    private final Practices practices;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Imports(
            Gathering gathering,
            Bringing bringing,
            Seating seating,
            Acceptance acceptance,
            TakingBack takingBack,
            UnitsUsed units,
            ImportStore store,
            RowStore rows,
            Settlement settlement,
            Practices practices,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.gathering = gathering;
        this.bringing = bringing;
        this.seating = seating;
        this.acceptance = acceptance;
        this.takingBack = takingBack;
        this.units = units;
        this.store = store;
        this.rows = rows;
        this.settlement = settlement;
        this.practices = practices;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** What {@link #take} would do. Changes nothing. */
    public ImportResult dryRun(Drop drop, Actor actor) {
        var holdings = gathering.holdings(drop);
        var result = Planner.plan(holdings, gathering.known(holdings)).result(null, 0);
        audit.did(actor, "tried an import", "dry run", result.imported() + " rows would be new");
        return result;
    }

    /**
     * Imports what is new, in one transaction. Differences are taken over only when {@code accept}.
     *
     * @param progress hears short sentences about how far it is
     */
    public ImportResult take(Drop drop, Actor actor, boolean accept, Consumer<String> progress) {
        store.lock();
        var holdings = gathering.holdings(drop);
        progress.accept("Files read");
        var known = gathering.known(holdings);
        var plan = Planner.plan(holdings, known);
        var result = plan.result(null, 0);
        boolean acceptable = accept && result.differences().stream().anyMatch(Difference::acceptable);
        if (plan.whole()) {
            seating.hold();
            if (acceptable && Acceptance.movesTimes(plan)) {
                seating.holdCalendar(plan);
            }
            holdings.practice().ifPresent(bringing::practice);
        }
        if (!plan.whole() || plan.fresh().isEmpty() && !acceptable) {
            if (plan.whole()) {
                settlement.keep(plan, false);
                seating.putUnderPart2(plan, actor);
            }
            audit.did(actor, "imported", "nothing", result.unchanged() + " rows were here already");
            return result;
        }
        return units.together(actor, () -> carryOut(drop, holdings, known, plan, acceptable, actor, progress));
    }

    private ImportResult carryOut(
            Drop drop,
            Holdings holdings,
            Known known,
            Plan plan,
            boolean accept,
            Actor actor,
            Consumer<String> progress) {
        var id = NewId.at(clock.instant());
        var before = plan.result(id, 0);
        int acceptable = accept
                ? (int) before.differences().stream()
                        .filter(Difference::acceptable)
                        .count()
                : 0;
        store.add(begun(id, drop, before, acceptable, !accept, actor));
        var leaders = bringing.leaders(plan);
        progress.accept("Clinicians ready");
        var patients = bringing.patients(plan, known, id, actor);
        progress.accept("Members ready");
        var work = Seating.Work.of(plan, known, leaders, patients, id, actor, progress);
        var sessions = seating.seat(work);
        rows.keep(lines(plan, patients, sessions), id);
        if (accept) {
            rows.keep(acceptance.accept(plan, practices.today(), id, actor), id);
        }
        settlement.keep(plan, accept);
        holdings.headers().forEach(rows::remember);
        audit.did(
                actor,
                "imported",
                "import " + id,
                before.imported() + " rows, " + acceptable + " differences " + "accepted");
        return told(plan, id, acceptable, work.notices());
    }

    private PastImport begun(UUID id, Drop drop, ImportResult before, int acceptable, boolean undoable, Actor actor) {
        return new PastImport(
                id,
                clock.instant(),
                actor.label(),
                drop.from(),
                before.imported(),
                acceptable,
                before.refused().size(),
                undoable,
                null);
    }

    private ImportResult told(Plan plan, UUID id, int accepted, List<Notice> more) {
        var notices = new ArrayList<>(plan.notices());
        notices.addAll(more);
        boolean undoable = store.find(id).map(PastImport::undoable).orElse(false);
        return new Plan(
                        plan.groups(),
                        plan.lateSheets(),
                        plan.part2(),
                        plan.entries(),
                        plan.patients(),
                        plan.gone(),
                        plan.refused(),
                        notices,
                        plan.missing(),
                        true)
                .result(undoable ? id : null, accepted);
    }

    private static List<RowStore.Line> lines(
            Plan plan, Map<String, PatientId> patients, Map<Slot, SessionId> sessions) {
        return plan.fresh().stream()
                .map(entry -> line(entry, patients, sessions))
                .toList();
    }

    private static RowStore.Line line(Entry entry, Map<String, PatientId> patients, Map<Slot, SessionId> sessions) {
        var patient = patients.get(entry.client());
        var session = entry.slot() == null ? null : sessions.get(entry.slot());
        return new RowStore.Line(
                entry.row().kind(),
                entry.key(),
                entry.row().says(),
                patient == null ? null : patient.value(),
                session == null ? null : session.value());
    }

    /** Takes an import back, in a transaction of its own. */
    public Undone undo(UUID token, Actor actor) {
        var practice = practices.current().id();
        try {
            return scope.apart(practice, () -> takingBack.undo(token, actor));
        } catch (DataIntegrityViolationException builtUpon) {
            return new Undone.NotPossible(
                    "Something here has been built on rows of this import since. They stay; change what is wrong by "
                            + "hand.");
        }
    }

    /** Remembers under which header this practice's files keep a column. Returns whether there is such a column. */
    public boolean remember(String file, String column, String header) {
        var kind = Kind.of(file);
        var known = kind.stream()
                .flatMap(one -> one.columns().stream())
                .filter(one -> one.label().equalsIgnoreCase(column))
                .findFirst();
        known.ifPresent(one -> rows.remember(kind.orElseThrow(), Map.of(one, header)));
        return known.isPresent();
    }

    /** Whether the practice in scope has made an import of this token. */
    public boolean made(UUID token) {
        return store.find(token).isPresent();
    }

    /** Imports done, the latest first. */
    public List<PastImport> history(int limit) {
        return store.history(limit);
    }
}
