package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers of the members of the practice in scope, and what becomes of them. */
@Component
public class MemberPapers {

    private final MemberPaperStore store;
    private final MemberPacketStore packets;
    private final MemberPackets settling;
    private final Part2Papers part2;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    MemberPapers(
            MemberPaperStore store,
            MemberPacketStore packets,
            MemberPackets settling,
            Part2Papers part2,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.packets = packets;
        this.settling = settling;
        this.part2 = part2;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Paper> find(PaperId id) {
        return store.find(id);
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

    /** What became of a paper, the last first. */
    public List<PaperMove> moves(PaperId id) {
        return store.moves(id);
    }

    /**
     * Gives one paper that no seat asks for, such as a measure: nothing is shut while it lies open. One that was filled
     * in before stays among what is over. Nothing happens while the same form lies open or stands signed.
     *
     * @return whether it was given
     */
    public boolean give(PatientId patient, Asked asked, Actor actor) {
        var same = of(patient).stream()
                .filter(paper ->
                        paper.form().equals(asked.form()) && !paper.status().isOver())
                .toList();
        if (same.stream().anyMatch(paper -> paper.status() != PaperStatus.DONE)) {
            return false;
        }
        same.forEach(paper -> move(paper.id(), PaperStatus.REPLACED, "", UnaryOperator.identity(), actor));
        var now = clock.instant();
        var paper = asked.paper(new PaperId(NewId.at(now)), patient, null, actor.label(), now);
        store.add(paper);
        audit.did(
                actor,
                "gave a paper",
                "paper " + paper.id(),
                List.of(patient.value()),
                asked.form().toString());
        return true;
    }

    /** Something was answered and kept. */
    public boolean begun(PaperId id, Actor actor) {
        return move(id, PaperStatus.STARTED, "", UnaryOperator.identity(), actor);
    }

    /**
     * All is answered, and there is nothing to sign.
     *
     * @param printed the document in which it stands
     */
    public boolean done(PaperId id, UUID printed, Actor actor) {
        return move(id, PaperStatus.DONE, "", paper -> paper.printed(printed), actor);
    }

    /**
     * It was signed, and by all who have to.
     *
     * @param until the last day it holds; null when it does not run out
     */
    public boolean signed(PaperId id, UUID signature, @Nullable LocalDate until, Actor actor) {
        return move(id, PaperStatus.SIGNED, "", paper -> paper.under(signature, until), actor);
    }

    /**
     * The same of a paper that allows nothing to a payer, such as a Part 2 consent for one person by name (42 CFR
     * 2.31(a)(4)): what waits for such a consent goes on waiting.
     */
    public boolean signedNotForPayment(PaperId id, UUID signature, @Nullable LocalDate until, Actor actor) {
        return move(id, PaperStatus.SIGNED, "", paper -> paper.under(signature, until), false, actor);
    }

    /** One of two guardians signed. */
    public boolean signedByOne(PaperId id, UUID signature, Actor actor) {
        return move(id, PaperStatus.WAITING_FOR_SECOND, "", paper -> paper.under(signature, null), actor);
    }

    /** It was signed on paper and scanned. */
    public boolean onPaper(PaperId id, UUID signature, @Nullable LocalDate until, Actor actor) {
        return move(id, PaperStatus.ON_PAPER, "", paper -> paper.under(signature, until), actor);
    }

    /** One that was offered is not wanted. Refused for one that is required. */
    public boolean decline(PaperId id, String reason, Actor actor) {
        var offered = store.find(id).filter(paper -> paper.need() == Need.OFFERED);
        return offered.isPresent() && move(id, PaperStatus.DECLINED, reason, UnaryOperator.identity(), actor);
    }

    /** Whoever was to sign does not: a person of the practice talks with them. */
    public boolean refuse(PaperId id, String reason, Actor actor) {
        return move(id, PaperStatus.REFUSED, reason, UnaryOperator.identity(), actor);
    }

    /** A person of the practice lets it pass. */
    public boolean waive(PaperId id, String reason, Actor actor) {
        return move(id, PaperStatus.WAIVED, reason, UnaryOperator.identity(), actor);
    }

    /** It is asked for again. */
    public boolean again(PaperId id, Actor actor) {
        return move(id, PaperStatus.TO_DO, "", UnaryOperator.identity(), actor);
    }

    /**
     * What was signed no longer holds, from now on; what rests on it looks again. The paper is asked for anew, and the
     * packets that ask for it are no longer whole.
     */
    public boolean withdraw(PaperId id, String reason, Actor actor) {
        return over(id, PaperStatus.WITHDRAWN, reason, actor);
    }

    /** Those whose last day has passed and which are still taken to hold. */
    public List<Paper> pastTheirDay() {
        return store.ranOut(practices.today());
    }

    /** It no longer holds, and is asked for anew. */
    public boolean ranOut(PaperId id, Actor actor) {
        return over(id, PaperStatus.RAN_OUT, "", actor);
    }

    /** One that nobody began is given in another language; every packet asks for that one then. */
    public void translate(Paper paper, Language language, Actor actor) {
        if (!move(paper.id(), PaperStatus.REPLACED, "", UnaryOperator.identity(), actor)) {
            return;
        }
        var now = clock.instant();
        var asked = new Asked(paper.form(), paper.version(), language, paper.title(), paper.need());
        var fresh = asked.paper(new PaperId(NewId.at(now)), paper.patient(), paper.replacing(), actor.label(), now);
        store.add(fresh);
        packets.exchange(paper.id(), fresh.id());
        settling.settle(fresh.id());
    }

    /**
     * Asks a member for a newer version of a paper that stands. The older one holds until this one is settled, or until
     * the day: then the seats that ask for it are shut. Nothing happens when they have been asked for it already.
     *
     * @return whether they were asked
     */
    public boolean renew(Paper old, Asked newer, LocalDate due, Actor actor) {
        boolean asked = store.of(List.of(old.patient())).stream()
                .anyMatch(paper -> paper.form().equals(newer.form())
                        && paper.version() >= newer.version()
                        && !paper.status().isOver());
        if (asked || !old.status().completes()) {
            return false;
        }
        var now = clock.instant();
        var id = new PaperId(NewId.at(now));
        store.add(newer.paper(id, old.patient(), new Paper.Replacing(old.id(), due), actor.label(), now));
        audit.did(
                actor,
                "asked for a newer version of a paper",
                "paper " + id,
                List.of(old.patient().value()),
                newer.form() + " version " + newer.version() + ", by " + due);
        return true;
    }

    /** Newer versions whose day has come and which are not settled. */
    public List<Paper> due() {
        return store.overdue(practices.today()).stream()
                .filter(paper -> paper.older()
                        .filter(older -> !packets.with(older.old()).isEmpty())
                        .isPresent())
                .toList();
    }

    /** The newer version takes the older one's place in every packet, settled or not. */
    public void fallDue(PaperId id) {
        store.find(id).flatMap(Paper::older).ifPresent(older -> {
            packets.exchange(older.old(), id);
            settling.settle(id);
        });
    }

    private boolean over(PaperId id, PaperStatus status, String reason, Actor actor) {
        var paper = store.lock(id);
        if (paper.isEmpty() || !move(id, status, reason, UnaryOperator.identity(), actor)) {
            return false;
        }
        var now = clock.instant();
        var fresh = new PaperId(NewId.at(now));
        store.add(paper.get().anew(fresh, actor.label(), now));
        packets.exchange(id, fresh);
        settling.settle(fresh);
        return true;
    }

    private boolean move(PaperId id, PaperStatus to, String reason, UnaryOperator<Paper> with, Actor actor) {
        return move(id, to, reason, with, true, actor);
    }

    private boolean move(
            PaperId id, PaperStatus to, String reason, UnaryOperator<Paper> with, boolean payment, Actor actor) {
        var known = store.lock(id);
        if (known.isEmpty()) {
            return false;
        }
        var from = known.get();
        boolean moved = store.move(
                with.apply(from.standing(to, reason.strip(), actor.label(), clock.instant())), from.status());
        if (moved) {
            if (payment) {
                store.find(id).ifPresent(now -> part2.follow(now, actor));
            }
            replaceOlder(from, to, actor);
            audit.did(
                    actor,
                    "moved a paper",
                    "paper " + id,
                    List.of(from.patient().value()),
                    from.form() + " " + to.onScreen() + (reason.isBlank() ? "" : ": " + reason.strip()));
            settling.settle(id);
        }
        return moved;
    }

    /** A newer version takes the older one's place once it is settled. */
    private void replaceOlder(Paper paper, PaperStatus to, Actor actor) {
        var older = paper.older();
        if (older.isEmpty() || !to.completes()) {
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
