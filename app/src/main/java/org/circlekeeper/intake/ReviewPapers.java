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
import org.circlekeeper.forms.Need;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks for papers anew that ran out, fell due or were a guardian's word, and for what a seat asks for since. */
@Component
class ReviewPapers implements Duty<ReviewPapers.Turn> {

    static final String ID = "review-papers";

    private static final String OF_AGE = "They decide for themselves: a guardian signed it for them.";

    private final Renewals renewals;
    private final GuardiansPapers guardians;
    private final MemberPackets packets;
    private final SeatPapers asked;
    private final Rosters rosters;

    ReviewPapers(
            Renewals renewals, GuardiansPapers guardians, MemberPackets packets, SeatPapers asked, Rosters rosters) {
        this.renewals = renewals;
        this.guardians = guardians;
        this.packets = packets;
        this.asked = asked;
        this.rosters = rosters;
    }

    /** What is due. */
    sealed interface Turn {

        /** It does not hold any longer. */
        record Over(PaperId paper, String why) implements Turn {}

        /** The newer version takes the older one's place. */
        record Newer(PaperId paper) implements Turn {}

        /** The seat asks for more papers than it did when they were given. */
        record More(MembershipId seat) implements Turn {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A paper that ran out, that a guardian signed for somebody who decides for themselves by now, or"
                + " that a seat asks for since, is asked for.";
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
        renewals.pastTheirDay()
                .forEach(paper -> steps.add(turn(
                        "ran-out:", paper, new Turn.Over(paper.id(), "Its last day has passed."), "ran out.", work)));
        renewals.due()
                .forEach(paper -> steps.add(turn(
                        "due:",
                        paper,
                        new Turn.Newer(paper.id()),
                        "was to be signed in its new version by today, and was not.",
                        work)));
        guardians
                .pastMajority()
                .forEach(paper -> steps.add(turn(
                        "of-age:",
                        paper,
                        new Turn.Over(paper.id(), OF_AGE),
                        "was signed by a guardian, and the member decides for themselves by now.",
                        work)));
        steps.addAll(more(work));
        return steps;
    }

    private static Step<Turn> turn(String key, Paper paper, Turn turn, String says, Work work) {
        return new Step.Act<>(
                key + paper.id(),
                turn,
                Because.of(
                        "\"" + paper.title() + "\" " + says
                                + (paper.need() == Need.OFFERED
                                        ? " It is offered to the member again, who is expected as before."
                                        : " The member is asked for it, and not expected before."),
                        evidence(paper.patient().toString(), work)));
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
            case Turn.Over over -> {
                if (!renewals.ranOut(over.paper(), over.why(), actor)) {
                    throw new StepRefused("The paper did not stand any more.");
                }
            }
            case Turn.Newer newer -> renewals.fallDue(newer.paper(), actor);
            case Turn.More more -> add(more.seat(), actor);
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
