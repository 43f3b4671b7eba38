package org.circlekeeper.intake;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.SeatPapers.Offer;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Gives everyone who gets a seat the papers that it asks for. */
@Component
class SendPackets implements Duty<MembershipId> {

    static final String ID = "send-packets";

    private final MemberPackets packets;
    private final SeatPapers asked;
    private final ShutStore shut;
    private final Rosters rosters;
    private final Groups groups;
    private final PaperNews news;

    SendPackets(
            MemberPackets packets, SeatPapers asked, ShutStore shut, Rosters rosters, Groups groups, PaperNews news) {
        this.packets = packets;
        this.asked = asked;
        this.shut = shut;
        this.rosters = rosters;
        this.groups = groups;
        this.news = news;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "Whoever gets a seat gets its papers in a language they read, and is expected once they are whole.";
    }

    @Override
    public int place() {
        return 12;
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_PAPERS,
                new Manner.Agreement(
                        Permission.KEEP_PAPERS, "Give the papers", "Give %d members their papers.", "Give all"));
    }

    @Override
    public List<Step<MembershipId>> plan(Work work) {
        var steps = new ArrayList<Step<MembershipId>>(toGive(work));
        steps.addAll(unseen(work));
        return steps;
    }

    private List<Step<MembershipId>> toGive(Work work) {
        var due = due(work);
        if (due.isEmpty()) {
            return List.of();
        }
        var offers = asked.of(due);
        var known = new KnownGroups(groups.all());
        return due.stream()
                .flatMap(
                        seat -> Optional.ofNullable(offers.get(seat.id()))
                                .flatMap(offer -> step(seat, known.of(seat), offer, work))
                                .stream())
                .toList();
    }

    /** Seats without a packet that begin once their kind of group had got one, and those that are shut already. */
    private List<Membership> due(Work work) {
        var since = sinceByType();
        if (since.isEmpty()) {
            return List.of();
        }
        var known = new KnownGroups(groups.all());
        var waiting = shut.withoutPacket();
        var seats = rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(work.today()))
                .filter(seat ->
                        isDue(seat, Optional.ofNullable(since.get(known.of(seat).type())), waiting, work))
                .toList();
        var given = packets.given(seats.stream().map(Membership::id).toList());
        return seats.stream().filter(seat -> !given.contains(seat.id())).toList();
    }

    private static boolean isDue(Membership seat, Optional<Instant> since, Set<MembershipId> waiting, Work work) {
        return since.isPresent()
                && (waiting.contains(seat.id())
                        || !seat.days().first().isBefore(LocalDate.ofInstant(since.get(), work.zone())));
    }

    private Map<UUID, Instant> sinceByType() {
        return groups.types().stream()
                .filter(type -> asked.hasPacket(type.id()))
                .collect(toMap(Groups.Type::id, type -> asked.since(type.id()).orElseThrow()));
    }

    private Optional<Step<MembershipId>> step(Membership seat, Group group, Offer offer, Work work) {
        if (offer.papers().isEmpty()) {
            return Optional.empty();
        }
        var href = "/patients/" + seat.patient() + "/papers";
        var evidence = new Evidence("The member's papers.", href, work.now());
        if (!offer.missing().isEmpty()) {
            return Optional.of(new Step.Ask<>(
                    "not-written:" + seat.id(),
                    "A new member of " + group.name() + " cannot be given their papers. " + offer.missing(),
                    href,
                    Because.of(
                            "A paper that somebody signs is never given in a language they did not choose.",
                            evidence)));
        }
        int missing = packets.missing(seat.patient(), offer.papers()).size();
        return Optional.of(new Step.Act<>(
                "packet:" + seat.id(),
                seat.id(),
                Because.of(
                        "Somebody has a seat in " + group.name() + " from "
                                + Words.day(seat.days().first()) + ". " + says(missing),
                        evidence)));
    }

    /** Packets that wait for members who cannot know it: nobody reads what is written to them. */
    private List<Step<MembershipId>> unseen(Work work) {
        var open = packets.open();
        if (open.isEmpty()) {
            return List.of();
        }
        var known = new KnownGroups(groups.all());
        var seats = rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(work.today()))
                .collect(toMap(Membership::id, seat -> seat));
        return open.stream()
                .filter(packet -> seats.containsKey(packet.membership()) && packet.waitsForMember(work.today()))
                .filter(packet -> !news.reaches(packet.patient()))
                .map(packet -> unseen(packet, known.of(Objects.requireNonNull(seats.get(packet.membership()))), work))
                .toList();
    }

    private static Step<MembershipId> unseen(Packet packet, Group group, Work work) {
        var href = "/patients/" + packet.patient() + "/papers";
        return new Step.Ask<>(
                "unseen:" + packet.id(),
                "A new member of " + group.name() + " was given papers and cannot see them. Invite them to their own"
                        + " pages, or print the packet.",
                href,
                Because.of(
                        "They have not come in to their own pages, and nothing that is written to them goes outside.",
                        new Evidence("The member's papers.", href, work.now())));
    }

    private static String says(int missing) {
        return missing == 0
                ? "Every paper that it asks for stands already."
                : Words.count(missing, "paper", "papers") + " must be whole before they are expected.";
    }

    @Override
    public void perform(Work work, MembershipId id) {
        var seat = rosters.find(id).orElseThrow(() -> new StepRefused("The seat is gone."));
        var offer = asked.of(seat);
        var actor = new Actor.Duty(ID);
        if (!offer.missing().isEmpty()) {
            throw new StepRefused(offer.missing());
        }
        if (!packets.give(seat, offer.papers(), offer.language(), actor)) {
            throw new StepRefused("Somebody gave them their papers meanwhile.");
        }
    }
}
