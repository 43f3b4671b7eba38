package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Keeps seats from standing empty: lets go of offers whose time is over, and offers a seat that is or becomes free to
 * whoever comes first among those whose fit a therapist decided.
 */
@Component
class FillSeats implements Duty<FillSeats.Action> {

    static final String ID = "fill-seats";

    private static final int NEXT = 2;

    private final Pools pools;
    private final Offers offers;
    private final OfferStore store;

    FillSeats(Pools pools, Offers offers, OfferStore store) {
        this.pools = pools;
        this.offers = offers;
        this.store = store;
    }

    /** What it does. */
    sealed interface Action {
        /** Lets an offer go whose time is over. */
        record Expire(EntryId entry) implements Action {}

        /** Keeps a seat for somebody. */
        record Propose(EntryId entry, GroupId group, LocalDate firstDay) implements Action {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A seat that is free is offered to whoever comes first among those a therapist finds fit, for 48 hours.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_WAITLIST,
                new Manner.Agreement(
                        Permission.KEEP_WAITLIST,
                        "Do it",
                        "Offer %d seats, or free those not answered in time.",
                        "Do them all"));
    }

    @Override
    public int place() {
        return 16;
    }

    @Override
    public List<Step<Action>> plan(Work work) {
        var steps = new ArrayList<Step<Action>>();
        var standing = store.standingOrAfter(java.time.Instant.EPOCH);
        standing.stream()
                .filter(offer -> offer.hasExpired(work.now()))
                .map(offer -> expire(offer, work))
                .forEach(steps::add);
        var pool = pools.gathered(work.now(), work.zone());
        var asked = new HashSet<EntryId>();
        for (var place : pool.places()) {
            var line = pool.rankedFor(place).stream()
                    .filter(one ->
                            one.mayBeOffered() && !asked.contains(one.entry().id()))
                    .toList();
            if (!line.isEmpty()) {
                var best = line.getFirst();
                asked.add(best.entry().id());
                steps.add(propose(place, line, timesBefore(standing, best, place), work));
            }
        }
        return steps;
    }

    @Override
    public void perform(Work work, Action action) {
        var ordered = work.orderedBy();
        Actor actor = ordered == null ? new Actor.Duty(ID) : ordered;
        switch (action) {
            case Action.Expire(var entry) -> {
                if (!offers.expire(entry)) {
                    throw new StepRefused("The offer was answered at the last moment.");
                }
            }
            case Action.Propose(var entry, var group, var firstDay) -> {
                var made = offers.make(new Offers.Wanted(entry, group, firstDay, Offers.USUAL, ""), actor);
                if (!(made instanceof Offers.Made.Kept)) {
                    throw new StepRefused("The seat or the person is not free any more. The next look finds out.");
                }
            }
        }
    }

    private static Step<Action> expire(Offer offer, Work work) {
        return new Step.Act<>(
                "expire:" + offer.id(),
                new Action.Expire(offer.entry()),
                Because.of(
                        "An offer was not answered until " + Words.moment(offer.expiresAt(), work.zone())
                                + ". The seat is free again, and they wait on.",
                        new Evidence("The entry on the waitlist.", "/waitlist/" + offer.entry(), work.now())));
    }

    /** How often this person was offered a seat of this group: the same situation again is another one. */
    private static long timesBefore(List<Offer> offers, Ranked best, Place place) {
        return offers.stream()
                .filter(offer -> offer.entry().equals(best.entry().id()))
                .filter(offer -> offer.group().equals(place.group().id()))
                .count();
    }

    private static Step<Action> propose(Place place, List<Ranked> line, long before, Work work) {
        var best = line.getFirst();
        var group = place.group();
        var evidence = Stream.concat(
                        Stream.of(new Evidence(
                                "The seat is free from " + Words.shortDay(place.from()) + ".",
                                "/waitlist/placement",
                                work.now())),
                        line.stream()
                                .limit(NEXT + 1L)
                                .map(one -> new Evidence(
                                        (one == best ? "Best: " : "Next: ") + one.inWords() + ".",
                                        one.entry().href(),
                                        work.now())))
                .toList();
        return new Step.Act<>(
                "offer:" + group.id() + ":" + best.entry().id() + ":" + before,
                new Action.Propose(best.entry().id(), group.id(), place.from()),
                new Because(sentence(place, line, work), evidence));
    }

    private static String sentence(Place place, List<Ranked> line, Work work) {
        var opened = place.from().isAfter(work.today())
                ? "A seat opens in " + place.group().name() + " on " + Words.shortDay(place.from()) + ". "
                : "A seat opened in " + place.group().name() + ". ";
        return opened + line.size() + (line.size() == 1 ? " fits. " : " fit. ") + "Best: "
                + line.getFirst().inWords() + ".";
    }
}
