package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * MemberPackets of the practice in scope. From the day one is given until it is whole, nobody expects the member in
 * that group; whoever was given none is expected as before.
 */
@Component
public class MemberPackets {

    private final MemberPacketStore store;
    private final MemberPaperStore papers;
    private final ShutStore shut;
    private final Rosters rosters;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    MemberPackets(
            MemberPacketStore store,
            MemberPaperStore papers,
            ShutStore shut,
            Rosters rosters,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.shut = shut;
        this.rosters = rosters;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Packet> find(PacketId id) {
        return store.find(id);
    }

    /** A member's packets, the first given first. */
    public List<Packet> of(PatientId patient) {
        return store.of(patient);
    }

    /** Those of the practice in which something is missing, the first given first. */
    public List<Packet> open() {
        return store.open();
    }

    /** Of these seats, those for which one was given. */
    public Set<MembershipId> given(Collection<MembershipId> seats) {
        return store.given(seats);
    }

    /**
     * Gives a member the papers of one seat. A paper that stands already, or lies open with them, is not asked for
     * twice. Nothing happens when the seat has its packet, or asks for nothing.
     *
     * @return whether one was given
     */
    public boolean give(Membership seat, List<Asked> asked, Language language, Actor actor) {
        var now = clock.instant();
        var id = new PacketId(NewId.at(now));
        if (asked.isEmpty() || !store.add(id, seat.patient(), seat.id(), language, actor.label(), now)) {
            return false;
        }
        var known = papers.of(List.of(seat.patient()));
        for (int place = 0; place < asked.size(); place++) {
            store.put(id, paper(known, seat.patient(), asked.get(place), actor), place);
        }
        audit.did(
                actor,
                "gave a packet of papers",
                "packet " + id,
                List.of(seat.patient().value()),
                asked.size() + " papers");
        settle(store.find(id).orElseThrow(), seat);
        return true;
    }

    /** Looks again at every packet that asks for this paper, after it has moved. */
    void settle(PaperId moved) {
        for (var packet : store.with(moved)) {
            rosters.find(packet.membership()).ifPresent(seat -> settle(packet, seat));
        }
    }

    private void settle(Packet packet, Membership seat) {
        var today = practices.today();
        if (packet.missing(today).isEmpty()) {
            store.whole(packet.id(), clock.instant());
            shut.open(packet.membership(), today);
        } else {
            store.notWhole(packet.id());
            shut.shut(packet.membership(), packet.patient(), later(seat.days().first(), today), clock.instant());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private PaperId paper(List<Paper> known, PatientId patient, Asked asked, Actor actor) {
        return standing(known, asked).orElseGet(() -> fresh(patient, asked, actor));
    }

    private Optional<PaperId> standing(List<Paper> known, Asked asked) {
        var today = practices.today();
        return known.stream()
                .filter(paper -> paper.form().equals(asked.form()) && paper.version() == asked.version())
                .filter(paper -> paper.status().isOpen() || paper.completes(today))
                .map(Paper::id)
                .findFirst();
    }

    private PaperId fresh(PatientId patient, Asked asked, Actor actor) {
        var now = clock.instant();
        var paper = asked.paper(new PaperId(NewId.at(now)), patient, null, actor.label(), now);
        papers.add(paper);
        return paper.id();
    }
}
