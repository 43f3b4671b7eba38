package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Need;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves papers along their arrows: what rests on one follows it, and each packet that asks for it looks again. */
@Component
class PaperMoves {

    private final MemberPaperStore store;
    private final MemberPacketStore packets;
    private final MemberPackets settling;
    private final Part2Papers part2;
    private final PaperNews news;
    private final Signatures signatures;
    private final FormLibrary forms;
    private final OnCall onCall;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperMoves(
            MemberPaperStore store,
            MemberPacketStore packets,
            MemberPackets settling,
            Part2Papers part2,
            PaperNews news,
            Signatures signatures,
            FormLibrary forms,
            OnCall onCall,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.packets = packets;
        this.settling = settling;
        this.part2 = part2;
        this.news = news;
        this.signatures = signatures;
        this.forms = forms;
        this.onCall = onCall;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.events = events;
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
        events.publishEvent(new PaperSettled(id, from.patient(), from.form(), to, actor));
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

    /**
     * It no longer holds. What is required is asked for in the version that is in use, and missing until it is there;
     * what was only offered leaves no gap.
     */
    boolean over(PaperId id, PaperStatus status, String reason, Actor actor) {
        audit.hold();
        var paper = store.lock(id);
        if (paper.isEmpty() || !move(id, status, reason, actor)) {
            return false;
        }
        if (paper.get().need() == Need.OFFERED) {
            offerAnew(paper.get(), status, reason, actor);
        } else {
            askAnew(paper.get(), actor);
        }
        return true;
    }

    /**
     * What may call for help goes to nobody while nobody is on call: such a one is missing until {@link ReviewPapers}
     * asks for it.
     */
    private void askAnew(Paper gone, Actor actor) {
        if (mustWait(gone)) {
            return;
        }
        var next = inItsPlace(gone)
                .map(other -> asked(other, actor))
                .orElseGet(() -> add(current(gone), gone, null, actor));
        packets.exchange(gone.id(), next);
        settling.settle(next);
    }

    /** Whether nothing can be asked for in its place before somebody is on call. */
    boolean mustWait(Paper gone) {
        return inItsPlace(gone).isEmpty() && new Readiness(forms, onCall).mayCallInVain(current(gone));
    }

    /** One that is over, and that a packet still asks for, is asked for in the version that is in use. */
    void anew(PaperId id, Actor actor) {
        audit.hold();
        store.lock(id).filter(paper -> paper.status().isOver()).ifPresent(paper -> askAnew(paper, actor));
    }

    /** One that was let pass beside it is asked for now. */
    private PaperId asked(Paper other, Actor actor) {
        if (other.status() == PaperStatus.WAIVED || other.status() == PaperStatus.DECLINED) {
            again(other, actor);
        }
        return other.id();
    }

    /**
     * It is asked for again, and they are written to. What one of two guardians has signed is taken back, so that both
     * sign it as it is answered then. False when no arrow leads there.
     */
    boolean again(Paper paper, Actor actor) {
        if (!move(paper.id(), PaperStatus.TO_DO, "", Paper::unsigned, today(), actor)) {
            return false;
        }
        takeBack(paper.signature(), "The paper was asked for again.", actor);
        news.waits(paper.patient(), paper.language(), actor);
        return true;
    }

    /**
     * A fresh one takes its place in every packet: nothing is answered on it, and what was signed on the one before is
     * taken back. False when no arrow leads there.
     */
    boolean afresh(PaperId id, String why, Actor actor) {
        audit.hold();
        var paper = store.lock(id);
        if (paper.isEmpty() || !move(id, PaperStatus.REPLACED, why, actor)) {
            return false;
        }
        takeBack(paper.get().signature(), why, actor);
        askAnew(paper.get(), actor);
        return true;
    }

    private void takeBack(@Nullable UUID signature, String why, Actor actor) {
        if (signature != null) {
            signatures.withdraw(new SignatureId(signature), actor.label(), why, actor);
        }
    }

    /** Whoever took it back has said no, and may sign it again; what ran out is offered once more. */
    private void offerAnew(Paper gone, PaperStatus status, String reason, Actor actor) {
        if (inItsPlace(gone).isPresent() || status == PaperStatus.RAN_OUT && mustWait(gone)) {
            return;
        }
        if (status == PaperStatus.WITHDRAWN) {
            var no = fresh(current(gone), gone, null, actor);
            packets.exchange(gone.id(), no);
            move(no, PaperStatus.DECLINED, reason, actor);
        } else {
            add(current(gone), gone, new Paper.Replacing(gone.id(), null), actor);
        }
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

    /** The version that is given out now, where it can be given in the language of the one that is over. */
    private Asked current(Paper gone) {
        var readiness = new Readiness(forms, onCall);
        return forms.find(gone.form())
                .flatMap(Form::current)
                .map(Form.Publication::number)
                .filter(number -> number > gone.version())
                .map(number -> new Asked(gone.form(), number, gone.language(), gone.title(), gone.need()))
                .filter(newer -> readiness.against(newer).isEmpty())
                .orElseGet(gone::asked);
    }

    /**
     * A newer one takes the older one's place once it is filled in or signed: one that is waived or declined leaves the
     * older in force, to be taken back as before. Only a no to a Part 2 consent means the older too, and its signature
     * with it: who took it back, when and why stands in the book of signatures (42 CFR 2.31(a)(6)).
     */
    private void replaceOlder(Paper paper, Actor actor) {
        var older = paper.older().flatMap(one -> store.lock(one.old()));
        if (older.isEmpty()) {
            return;
        }
        var old = older.get();
        if (paper.status().isThere()) {
            packets.exchange(old.id(), paper.id());
            store.move(old.standing(PaperStatus.REPLACED, "", actor.label(), clock.instant()), old.status());
        } else if (paper.status() == PaperStatus.DECLINED
                && paper.isPart2Consent()
                && move(old.id(), PaperStatus.WITHDRAWN, paper.reason(), actor)) {
            takeBack(old.signature(), paper.reason(), actor);
        }
    }
}
