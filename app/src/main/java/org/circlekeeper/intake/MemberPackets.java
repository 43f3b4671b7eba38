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
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * Packets of the practice in scope. From the day one is given until it is whole, nobody expects the member in that
 * group; whether anybody is expected before one is given says {@link ShutSeats}.
 */
@Component
public class MemberPackets {

    private final MemberPacketStore store;
    private final MemberPaperStore papers;
    private final NudgeStore nudges;
    private final ShutStore shut;
    private final ShutDay shutDay;
    private final PaperNews news;
    private final Patients patients;
    private final Rosters rosters;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    MemberPackets(
            MemberPacketStore store,
            MemberPaperStore papers,
            NudgeStore nudges,
            ShutStore shut,
            ShutDay shutDay,
            PaperNews news,
            Patients patients,
            Rosters rosters,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.nudges = nudges;
        this.shut = shut;
        this.shutDay = shutDay;
        this.news = news;
        this.patients = patients;
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

    /** Those given for these seats. */
    List<Packet> of(Collection<MembershipId> seats) {
        return store.of(seats);
    }

    /** Of these seats, those for which one was given. */
    public Set<MembershipId> given(Collection<MembershipId> seats) {
        return store.given(seats);
    }

    /**
     * Gives a member the papers of one seat. A paper that stands already, or lies open with them, is not asked for
     * twice; one that was offered so far is required where this seat requires it, and a no to it counts no longer. They
     * are written to when something is missing. Nothing happens when the seat has its packet, or asks for nothing.
     *
     * @return whether one was given
     */
    public boolean give(Membership seat, List<Asked> asked, Language language, Actor actor) {
        audit.hold();
        var now = clock.instant();
        var id = new PacketId(NewId.at(now));
        if (asked.isEmpty() || !store.add(id, seat.patient(), seat.id(), language, actor.label(), now)) {
            return false;
        }
        patients.workOn(seat.patient());
        put(id, seat, asked, 0, actor);
        audit.did(
                actor,
                "gave a packet of papers",
                "packet " + id,
                List.of(seat.patient().value()),
                asked.size() + " papers");
        var given = store.find(id).orElseThrow();
        settle(given, seat);
        if (!given.missing(practices.today()).isEmpty()) {
            news.given(seat.patient(), language, actor);
        }
        return true;
    }

    /**
     * Asks for more papers within a packet that was given; those that it asks for already stay as they are. When one of
     * them is missing they are written to, and reminded from now on.
     */
    void more(Packet packet, Membership seat, List<Asked> asked, Actor actor) {
        audit.hold();
        put(packet.id(), seat, asked, packet.papers().size(), actor);
        audit.did(
                actor,
                "asked for more papers",
                "packet " + packet.id(),
                List.of(seat.patient().value()),
                asked.size() + " papers");
        settle(store.find(packet.id()).orElseThrow(), seat);
        if (!missing(seat.patient(), asked).isEmpty()) {
            store.askAgain(packet.id(), clock.instant());
            nudges.forget(packet.id());
            news.waits(seat.patient(), packet.language(), actor);
        }
    }

    /** Those of these papers that do not stand with the member yet: a packet of them would lack just these. */
    List<Asked> missing(PatientId patient, List<Asked> asked) {
        return StillMissing.of(papers.of(List.of(patient)), asked, practices.today());
    }

    private void put(PacketId id, Membership seat, List<Asked> asked, int from, Actor actor) {
        var known = papers.of(List.of(seat.patient()));
        for (int i = 0; i < asked.size(); i++) {
            store.put(id, paper(known, seat.patient(), asked.get(i), actor), from + i);
        }
    }

    /** Looks again at every packet that asks for this paper, after it has moved. */
    void settle(PaperId moved) {
        for (var packet : store.with(moved)) {
            rosters.find(packet.membership()).ifPresent(seat -> settle(packet, seat));
        }
    }

    private void settle(Packet packet, Membership seat) {
        if (packet.missing(practices.today()).isEmpty()) {
            store.whole(packet.id(), clock.instant());
            shut.open(packet.membership(), shutDay.open(seat));
        } else {
            if (store.notWhole(packet.id(), clock.instant())) {
                nudges.forget(packet.id());
            }
            var from = later(seat.days().first(), shutDay.shut(seat));
            shut.shut(packet.membership(), packet.patient(), from, clock.instant());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private PaperId paper(List<Paper> known, PatientId patient, Asked asked, Actor actor) {
        return StillMissing.standing(known, asked)
                .map(paper -> taken(paper, asked, actor))
                .orElseGet(() -> fresh(patient, asked, actor));
    }

    private PaperId taken(Paper paper, Asked asked, Actor actor) {
        if (StillMissing.isToBeRaised(paper, asked)) {
            papers.require(paper.id());
            if (paper.status() == PaperStatus.DECLINED) {
                papers.move(paper.standing(PaperStatus.TO_DO, "", actor.label(), clock.instant()), paper.status());
                settle(paper.id());
            }
        }
        return paper.id();
    }

    private PaperId fresh(PatientId patient, Asked asked, Actor actor) {
        var now = clock.instant();
        var paper = asked.paper(new PaperId(NewId.at(now)), patient, null, actor.label(), now);
        papers.add(paper);
        return paper.id();
    }
}
