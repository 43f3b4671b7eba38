package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks for what a seat asks for since its packet was given, and for what had to wait until somebody is on call. */
@Component
class ReviewPapers implements Duty<ReviewPapers.Turn> {

    static final String ID = "review-papers";

    private final Renewals renewals;
    private final MemberPackets packets;
    private final SeatPapers asked;
    private final Rosters rosters;

    ReviewPapers(Renewals renewals, MemberPackets packets, SeatPapers asked, Rosters rosters) {
        this.renewals = renewals;
        this.packets = packets;
        this.asked = asked;
        this.rosters = rosters;
    }

    /** What is asked for. */
    sealed interface Turn {

        /** The seat asks for more papers than it did when they were given. */
        record More(MembershipId seat) implements Turn {}

        /** What is over, and could not be asked for anew then. */
        record Anew(PaperId gone) implements Turn {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A paper that a seat asks for since, or that had to wait until somebody is on call, is asked for.";
    }

    @Override
    public int place() {
        return 11;
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_PAPERS,
                new Manner.Agreement(Permission.KEEP_PAPERS, "Ask for it", "Ask for %d papers anew.", "Ask for all"));
    }

    @Override
    public List<Step<Turn>> plan(Work work) {
        var steps = new ArrayList<Step<Turn>>();
        renewals.leftOver().forEach(paper -> steps.add(anew(paper, work)));
        steps.addAll(more(work));
        return steps;
    }

    private Step<Turn> anew(Paper gone, Work work) {
        var because = Because.of(
                "\"" + gone.title() + "\" of a member holds no longer, and they are not expected before it does again.",
                evidence(gone.patient().toString(), work));
        return renewals.mustWait(gone)
                ? new Step.Ask<>(
                        "anew:" + gone.id() + ":nobody-on-call",
                        "A member cannot be asked for \"" + gone.title()
                                + "\" anew: an answer to it may call for help at once, and nobody is on call.",
                        "/on-call",
                        because)
                : new Step.Act<>("anew:" + gone.id(), new Turn.Anew(gone.id()), because);
    }

    private static Evidence evidence(String patient, Work work) {
        return new Evidence("The member's papers.", "/patients/" + patient + "/papers", work.now());
    }

    /** Seats with a packet that ask for a paper by now which is not in it. */
    private List<Step<Turn>> more(Work work) {
        var seats = rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(work.today()))
                .toList();
        var given = packets.of(seats.stream().map(Membership::id).toList());
        if (given.isEmpty()) {
            return List.of();
        }
        var with = given.stream().map(Packet::membership).collect(toSet());
        var offers = asked.byCircumstance(
                seats.stream().filter(seat -> with.contains(seat.id())).toList());
        return given.stream()
                .flatMap(packet -> more(packet, offers, work).stream())
                .toList();
    }

    private static Optional<Step<Turn>> more(Packet packet, Map<MembershipId, SeatPapers.Offer> offers, Work work) {
        var offer = offers.get(packet.membership());
        var lacking = offer == null ? List.<Asked>of() : lacking(packet, offer.papers());
        if (offer == null || lacking.isEmpty()) {
            return Optional.empty();
        }
        var evidence = evidence(packet.patient().toString(), work);
        var titles = String.join(", ", lacking.stream().map(Asked::title).toList());
        var key = "more:" + packet.id() + ":"
                + String.join(
                        "+", lacking.stream().map(one -> one.form().value()).toList());
        if (!offer.missing().isEmpty()) {
            return Optional.of(new Step.Ask<>(
                    key + ":not-written",
                    "A member's seat asks for more papers by now, and they cannot be given. " + offer.missing(),
                    evidence.href(),
                    Because.of("Their seat asks for this since: " + titles + ".", evidence)));
        }
        return Optional.of(new Step.Act<>(
                key,
                new Turn.More(packet.membership()),
                Because.of(
                        "A member's seat asks for this since they were given their papers: " + titles
                                + ". They are asked for it, and not expected before.",
                        evidence)));
    }

    private static List<Asked> lacking(Packet packet, List<Asked> asked) {
        return asked.stream()
                .filter(one ->
                        packet.papers().stream().noneMatch(paper -> paper.form().equals(one.form())))
                .toList();
    }

    @Override
    public void perform(Work work, Turn turn) {
        var actor = new Actor.Duty(ID);
        switch (turn) {
            case Turn.More more -> add(more.seat(), actor);
            case Turn.Anew anew -> renewals.askAnew(anew.gone(), actor);
        }
    }

    private void add(MembershipId id, Actor actor) {
        var seat = rosters.find(id).orElseThrow(() -> new StepRefused("The seat is gone."));
        var packet = packets.of(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new StepRefused("They were given no packet."));
        var offer = asked.byCircumstance(List.of(seat)).get(id);
        var lacking = offer == null ? List.<Asked>of() : lacking(packet, offer.papers());
        if (offer == null || lacking.isEmpty() || !offer.missing().isEmpty()) {
            throw new StepRefused("There is nothing more to ask for by now."
                    + (offer == null || offer.missing().isEmpty() ? "" : " " + offer.missing()));
        }
        packets.more(packet, seat, lacking, actor);
    }
}
