package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Need;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.springframework.stereotype.Component;

/** Papers that do not hold for ever: a newer version takes their place, or their last day comes. */
@Component
public class Renewals {

    private final MemberPaperStore store;
    private final MemberPacketStore packets;
    private final MemberPackets settling;
    private final PaperMoves moves;
    private final PaperNews news;
    private final Signatures signatures;
    private final Practices practices;
    private final AuditTrail audit;

    Renewals(
            MemberPaperStore store,
            MemberPacketStore packets,
            MemberPackets settling,
            PaperMoves moves,
            PaperNews news,
            Signatures signatures,
            Practices practices,
            AuditTrail audit) {
        this.store = store;
        this.packets = packets;
        this.settling = settling;
        this.moves = moves;
        this.news = news;
        this.signatures = signatures;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Asks a member for a newer version of a paper that stands. The older one holds until this one is settled, or until
     * the day: then the seats that ask for it are shut. Nothing happens when they have been asked for it already.
     *
     * @return whether they were asked
     */
    public boolean renew(Paper old, Asked newer, LocalDate due, Actor actor) {
        audit.hold();
        boolean asked = store.of(List.of(old.patient())).stream()
                .anyMatch(paper -> paper.form().equals(newer.form())
                        && paper.version() >= newer.version()
                        && !paper.status().isOver());
        if (asked || !old.status().completes()) {
            return false;
        }
        var id = moves.add(newer, old, new Paper.Replacing(old.id(), due), actor);
        audit.did(
                actor,
                "asked for a newer version of a paper",
                "paper " + id,
                List.of(old.patient().value()),
                newer.form() + " version " + newer.version() + ", by " + due);
        return true;
    }

    /** Newer versions whose day has come and which are not settled; what is only offered never falls due. */
    public List<Paper> due() {
        return store.overdue(practices.today()).stream()
                .filter(paper -> paper.need() == Need.REQUIRED)
                .filter(paper -> paper.older()
                        .filter(older -> !packets.with(older.old()).isEmpty())
                        .isPresent())
                .toList();
    }

    /** The newer version takes the older one's place in every packet, settled or not, and they are written to. */
    public void fallDue(PaperId id, Actor actor) {
        audit.hold();
        store.find(id)
                .ifPresent(paper -> paper.older().ifPresent(older -> {
                    packets.exchange(older.old(), id);
                    settling.settle(id);
                    news.waits(paper.patient(), paper.language(), actor);
                }));
    }

    /** Those that are over, and that packets ask for still: nothing could be asked for in their place. */
    List<Paper> leftOver() {
        return packets.open().stream()
                .flatMap(packet -> packet.papers().stream())
                .filter(paper -> paper.need() == Need.REQUIRED && paper.status().isOver())
                .distinct()
                .toList();
    }

    /** Whether nothing can be asked for in its place before somebody is on call. */
    boolean mustWait(Paper gone) {
        return moves.mustWait(gone);
    }

    /** Asks for it in the version that is in use. */
    void askAnew(PaperId gone, Actor actor) {
        moves.anew(gone, actor);
    }

    /** Those whose last day has passed and which are still taken to hold. */
    public List<Paper> pastTheirDay() {
        return store.ranOut(practices.today());
    }

    /**
     * It no longer holds, nor does the signature on it, and it is asked for anew. False when it did not stand any more.
     */
    public boolean ranOut(PaperId id, String why, Actor actor) {
        boolean over = moves.over(id, PaperStatus.RAN_OUT, why, actor);
        if (over) {
            store.find(id)
                    .map(Paper::signature)
                    .ifPresent(signature -> signatures.lapse(new SignatureId(signature), why, actor));
        }
        return over;
    }
}
