package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The papers of the members of the practice in scope, and what becomes of them. Each move gives back false, and changes
 * nothing, where no arrow of {@link PaperStatus} leads there any more: whoever wrote something before that counts only
 * with the paper throws {@link PaperMoved} then.
 */
@Component
public class MemberPapers {

    private final MemberPaperStore store;
    private final MemberPacketStore packets;
    private final MemberPackets settling;
    private final PaperMoves moves;
    private final PaperNews news;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    MemberPapers(
            MemberPaperStore store,
            MemberPacketStore packets,
            MemberPackets settling,
            PaperMoves moves,
            PaperNews news,
            Patients patients,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.packets = packets;
        this.settling = settling;
        this.moves = moves;
        this.news = news;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Paper> find(PaperId id) {
        return store.find(id);
    }

    /** The same, and nobody else moves it until the transaction ends. The audit trail is held first. */
    public Optional<Paper> held(PaperId id) {
        audit.hold();
        return store.lock(id);
    }

    /** The paper that a signature stands on. */
    public Optional<Paper> signed(UUID signature) {
        return store.signed(signature);
    }

    /** Every paper of a member, whatever became of it; of one form the newest version first. */
    public List<Paper> of(PatientId patient) {
        return store.of(List.of(patient));
    }

    /** The same of several, in one question. */
    public List<Paper> of(Collection<PatientId> patients) {
        return store.of(patients);
    }

    /** What became of each paper of a member, the last first. */
    public Map<PaperId, List<PaperMove>> moves(PatientId patient) {
        return store.moves(patient);
    }

    /**
     * Gives one paper that no seat asks for, such as a measure: nothing is shut while it lies open. One that was filled
     * in before holds its place until this one is filled in too. Nothing happens while the same form lies open or
     * stands signed.
     *
     * @return whether it was given
     */
    public boolean give(PatientId patient, Asked asked, Actor actor) {
        audit.hold();
        var same = of(patient).stream()
                .filter(paper ->
                        paper.form().equals(asked.form()) && !paper.status().isOver())
                .toList();
        if (same.stream().anyMatch(paper -> paper.status() != PaperStatus.DONE)) {
            return false;
        }
        var now = clock.instant();
        var id = new PaperId(NewId.at(now));
        store.add(same.stream()
                .findFirst()
                .map(old ->
                        once(asked, old).paper(id, patient, new Paper.Replacing(old.id(), null), actor.label(), now))
                .orElseGet(() -> asked.paper(id, patient, null, actor.label(), now)));
        patients.workOn(patient);
        news.waits(patient, asked.language(), actor);
        audit.did(
                actor,
                "gave a paper",
                "paper " + id,
                List.of(patient.value()),
                asked.form().toString());
        return true;
    }

    /** What a packet requires stays required. */
    private static Asked once(Asked asked, Paper old) {
        var need = old.need() == Need.REQUIRED ? Need.REQUIRED : asked.need();
        return new Asked(asked.form(), asked.version(), asked.language(), asked.title(), need);
    }

    /** Something was answered and kept. */
    public boolean begun(PaperId id, Actor actor) {
        return moves.move(id, PaperStatus.STARTED, "", actor);
    }

    /**
     * All is answered, and there is nothing to sign.
     *
     * @param printed the document in which it stands
     */
    public boolean done(PaperId id, UUID printed, Actor actor) {
        return moves.move(id, PaperStatus.DONE, "", paper -> paper.printed(printed), moves.today(), actor);
    }

    /**
     * It was signed, and by all who have to.
     *
     * @param until the last day it holds; null when it does not run out
     */
    public boolean signed(PaperId id, UUID signature, @Nullable LocalDate until, Actor actor) {
        return moves.move(id, PaperStatus.SIGNED, "", paper -> paper.under(signature, until), moves.today(), actor);
    }

    /**
     * The same of a paper that allows nothing to a payer, such as a Part 2 consent for one person by name (42 CFR
     * 2.31(a)(4)): what waits for such a consent goes on waiting.
     */
    public boolean signedNotForPayment(PaperId id, UUID signature, @Nullable LocalDate until, Actor actor) {
        return moves.move(
                id,
                PaperStatus.SIGNED,
                "",
                paper -> paper.under(signature, until),
                new PaperMoves.Consent(moves.today().on(), false),
                actor);
    }

    /** One of two guardians signed; the other is told that it waits for them. */
    public boolean signedByOne(PaperId id, UUID signature, Actor actor) {
        boolean moved = moves.move(
                id, PaperStatus.WAITING_FOR_SECOND, "", paper -> paper.under(signature, null), moves.today(), actor);
        if (moved) {
            store.find(id).ifPresent(paper -> news.waitsForSecond(paper.patient(), actor));
        }
        return moved;
    }

    /**
     * It was signed on paper and scanned.
     *
     * @param on the day that stands on the sheet
     * @param until the last day it holds; null when it does not run out
     */
    public boolean onPaper(PaperId id, UUID signature, LocalDate on, @Nullable LocalDate until, Actor actor) {
        return onPaper(id, signature, new PaperMoves.Consent(on, true), until, actor);
    }

    /** The same of a sheet that allows nothing to a payer, as {@link #signedNotForPayment}. */
    public boolean onPaperNotForPayment(
            PaperId id, UUID signature, LocalDate on, @Nullable LocalDate until, Actor actor) {
        return onPaper(id, signature, new PaperMoves.Consent(on, false), until, actor);
    }

    private boolean onPaper(
            PaperId id, UUID signature, PaperMoves.Consent consent, @Nullable LocalDate until, Actor actor) {
        return moves.move(id, PaperStatus.ON_PAPER, "", paper -> paper.under(signature, until), consent, actor);
    }

    /** One that was offered is not wanted. Refused for one that is required. */
    public boolean decline(PaperId id, String reason, Actor actor) {
        var offered = held(id).filter(paper -> paper.need() == Need.OFFERED);
        return offered.isPresent() && moves.move(id, PaperStatus.DECLINED, reason, actor);
    }

    /** Whoever was to sign does not: a person of the practice talks with them. */
    public boolean refuse(PaperId id, String reason, Actor actor) {
        return moves.move(id, PaperStatus.REFUSED, reason, actor);
    }

    /** A person of the practice lets it pass. */
    public boolean waive(PaperId id, String reason, Actor actor) {
        return moves.move(id, PaperStatus.WAIVED, reason, actor);
    }

    /**
     * It is asked for again, and they are written to. What one of two guardians has signed is taken back, so that both
     * sign it as it is answered then. Whether it can be given, asks the caller.
     */
    boolean again(PaperId id, Actor actor) {
        return held(id).filter(paper -> moves.again(paper, actor)).isPresent();
    }

    /**
     * What was signed no longer holds, from now on; what rests on it looks again. One that is required is asked for
     * anew, and the packets that ask for it are no longer whole; taking back what was only offered is a no to it.
     */
    public boolean withdraw(PaperId id, String reason, Actor actor) {
        return moves.over(id, PaperStatus.WITHDRAWN, reason, actor);
    }

    /** One that nobody began is given in another language; every packet asks for that one then. */
    public void translate(Paper paper, Language language, Actor actor) {
        if (!moves.move(paper.id(), PaperStatus.REPLACED, "", actor)) {
            return;
        }
        var asked = paper.askedIn(language);
        var fresh = moves.fresh(asked, paper, paper.replacing(), actor);
        packets.exchange(paper.id(), fresh);
        settling.settle(fresh);
    }
}
