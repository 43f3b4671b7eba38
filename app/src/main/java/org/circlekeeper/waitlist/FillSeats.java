package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
 * Keeps seats from standing empty: offers a seat that is or becomes free to whoever comes first among those whose fit a
 * therapist decided. That an offer ends when its time is over is {@link EndOffers}' business.
 */
@Component
class FillSeats implements Duty<FillSeats.Propose> {

    static final String ID = "fill-seats";

    private final Pools pools;
    private final Offers offers;
    private final OfferStore store;

    FillSeats(Pools pools, Offers offers, OfferStore store) {
        this.pools = pools;
        this.offers = offers;
        this.store = store;
    }

    /** What it does: keeps a seat for somebody. */
    record Propose(EntryId entry, GroupId group, LocalDate firstDay) {}

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
                new Manner.Agreement(Permission.KEEP_WAITLIST, "Offer the seat", "Offer %d seats.", "Offer them all"));
    }

    @Override
    public int place() {
        return 16;
    }

    @Override
    public List<Step<Propose>> plan(Work work) {
        var steps = new ArrayList<Step<Propose>>();
        var standing = store.standingOrAfter(Instant.EPOCH);
        var pool = pools.gathered(work.now(), work.zone());
        var people = pool.candidates().stream().collect(toMap(one -> one.entry().id(), Function.identity()));
        var asked = new HashSet<EntryId>();
        var seen = new HashMap<GroupId, Integer>();
        var chosen = new HashMap<GroupId, List<Candidate>>();
        for (var place : pool.places()) {
            int free = seen.merge(place.group().id(), 1, Integer::sum);
            var beside = chosen.computeIfAbsent(place.group().id(), _ -> new ArrayList<>());
            var line = pool.rankedFor(place).stream()
                    .filter(one ->
                            one.mayBeOffered() && !asked.contains(one.entry().id()))
                    .filter(one -> one.chairs() <= free)
                    .filter(one -> beside.stream().noneMatch(self(people, one)::isKeptApartFrom))
                    .toList();
            if (free > 0 && !line.isEmpty()) {
                var best = line.getFirst();
                asked.add(best.entry().id());
                beside.add(self(people, best));
                seen.merge(place.group().id(), -best.chairs(), Integer::sum);
                steps.add(propose(place, line, timesBefore(standing, best, place), work));
            }
        }
        return steps;
    }

    @Override
    public void perform(Work work, Propose action) {
        var ordered = work.orderedBy();
        Actor actor = ordered == null ? new Actor.Duty(ID) : ordered;
        var wanted = new Offers.Wanted(action.entry(), action.group(), action.firstDay(), Offers.USUAL, "");
        if (!(offers.make(wanted, actor) instanceof Offers.Made.Kept)) {
            throw new StepRefused("The seat or the person is not free any more. The next look finds out.");
        }
    }

    private static Candidate self(Map<EntryId, Candidate> people, Ranked one) {
        return Objects.requireNonNull(people.get(one.entry().id()));
    }

    /** How often this person was offered a seat of this group: the same situation again is another one. */
    private static long timesBefore(List<Offer> offers, Ranked best, Place place) {
        return offers.stream()
                .filter(offer -> offer.entry().equals(best.entry().id()))
                .filter(offer -> offer.group().equals(place.group().id()))
                .count();
    }

    private static Step<Propose> propose(Place place, List<Ranked> line, long before, Work work) {
        var best = line.getFirst();
        var group = place.group();
        var evidence =
                new Evidence("Who comes first, and why, stands beside the seat.", "/waitlist/placement", work.now());
        return new Step.Act<>(
                "offer:" + group.id() + ":" + best.entry().id() + ":" + before,
                new Propose(best.entry().id(), group.id(), place.from()),
                Because.of(sentence(place, line.size(), work), evidence));
    }

    /** It names nobody: whoever may not see who waits reads it too, and the audit trail keeps it for good. */
    private static String sentence(Place place, int fitting, Work work) {
        var opened = place.from().isAfter(work.today())
                ? "A seat opens in " + place.group().name() + " on " + Words.shortDay(place.from()) + ". "
                : "A seat opened in " + place.group().name() + ". ";
        return opened + Words.count(fitting, "person fits", "people fit") + ".";
    }
}
