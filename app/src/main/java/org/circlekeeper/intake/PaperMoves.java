package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves papers along their arrows: what rests on one follows it, and each packet that asks for it looks again. */
@Component
class PaperMoves {

    private final MemberPaperStore store;
    private final MemberPacketStore packets;
    private final MemberPackets settling;
    private final Part2Papers part2;
    private final PaperNews news;
    private final FormLibrary forms;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    PaperMoves(
            MemberPaperStore store,
            MemberPacketStore packets,
            MemberPackets settling,
            Part2Papers part2,
            PaperNews news,
            FormLibrary forms,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.packets = packets;
        this.settling = settling;
        this.part2 = part2;
        this.news = news;
        this.forms = forms;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when no arrow leads there, or there is no such paper. */
    boolean move(PaperId id, PaperStatus to, String reason, Actor actor) {
        return move(id, to, reason, UnaryOperator.identity(), today(), actor);
    }

    /**
     * The same, with what stands on the paper from then on.
     *
     * @param consent of one that is signed by that
     */
    boolean move(PaperId id, PaperStatus to, String reason, UnaryOperator<Paper> with, Consent consent, Actor actor) {
        audit.hold();
        var known = store.lock(id);
        if (known.isEmpty()) {
            return false;
        }
        var from = known.get();
        var moved = with.apply(from.standing(to, reason.strip(), actor.label(), clock.instant()));
        if (!store.move(moved, from.status())) {
            return false;
        }
        part2.follow(moved, consent, actor);
        replaceOlder(moved, actor);
        audit.did(
                actor,
                "moved a paper",
                "paper " + id,
                List.of(from.patient().value()),
                from.form() + " " + to.onScreen() + (reason.isBlank() ? "" : ": " + reason.strip()));
        settling.settle(id);
        return true;
    }

    /** What is signed today, and allows what its form says. */
    Consent today() {
        return new Consent(practices.today(), true);
    }

    /**
     * What a signature on a paper means for what rests on it.
     *
     * @param on the day on which it was signed
     * @param payment whether it allows that payers are told; read of a Part 2 consent alone
     */
    record Consent(LocalDate on, boolean payment) {}

    /** It no longer holds: the version that is in use is asked for, or the one that lies open or stands already. */
    boolean over(PaperId id, PaperStatus status, String reason, Actor actor) {
        audit.hold();
        var paper = store.lock(id);
        if (paper.isEmpty() || !move(id, status, reason, actor)) {
            return false;
        }
        var next = inItsPlace(paper.get()).map(Paper::id).orElseGet(() -> ask(paper.get(), actor));
        packets.exchange(id, next);
        settling.settle(next);
        return true;
    }

    /** Gives somebody a fresh paper and writes them that there is one. */
    PaperId add(Asked asked, Paper of, Paper.@Nullable Replacing replacing, Actor actor) {
        var id = fresh(asked, of, replacing, actor);
        news.waits(of.patient(), asked.language(), actor);
        return id;
    }

    /** The same, and nobody is written to. */
    PaperId fresh(Asked asked, Paper of, Paper.@Nullable Replacing replacing, Actor actor) {
        var now = clock.instant();
        var id = new PaperId(NewId.at(now));
        store.add(asked.paper(id, of.patient(), replacing, actor.label(), now));
        patients.workOn(of.patient());
        return id;
    }

    private Optional<Paper> inItsPlace(Paper gone) {
        return store.of(List.of(gone.patient())).stream()
                .filter(other -> other.form().equals(gone.form())
                        && other.version() >= gone.version()
                        && !other.status().isOver())
                .findFirst();
    }

    private PaperId ask(Paper gone, Actor actor) {
        return add(current(gone), gone, null, actor);
    }

    /** The version that is given out now, where it is written in the language of the one that is over. */
    private Asked current(Paper gone) {
        return forms.find(gone.form())
                .flatMap(Form::current)
                .map(Form.Publication::number)
                .filter(number -> number > gone.version()
                        && forms.open(gone.form(), number, gone.language()) instanceof Rendition.Text)
                .map(number -> new Asked(gone.form(), number, gone.language(), gone.title(), gone.need()))
                .orElseGet(gone::asked);
    }

    /** A newer one takes the older one's place once it is settled. */
    private void replaceOlder(Paper paper, Actor actor) {
        var older = paper.older();
        if (older.isEmpty() || !paper.status().completes()) {
            return;
        }
        var old = older.get().old();
        packets.exchange(old, paper.id());
        store.lock(old)
                .filter(known -> known.status().next().contains(PaperStatus.REPLACED))
                .ifPresent(known -> store.move(
                        known.standing(PaperStatus.REPLACED, "", actor.label(), clock.instant()), known.status()));
    }
}
