package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.KeptSeats;
import org.circlekeeper.roster.OfferId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers that keep a seat until a moment. Whatever becomes of an entry is decided while its row is locked: an answer
 * and the end of the offer's time never both happen. An entry is locked before the group whose seat it is about.
 */
@Component
public class Offers {

    /** How long a seat is kept when nobody says otherwise: the same time two days on, by the practice's clock. */
    public static final Duration USUAL = Duration.ofHours(48);

    static final Duration MOST = Duration.ofDays(14);

    private final OfferStore store;
    private final EntryStore entries;
    private final Families families;
    private final KeptSeats seats;
    private final Pools pools;
    private final Calls calls;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Offers(
            OfferStore store,
            EntryStore entries,
            Families families,
            KeptSeats seats,
            Pools pools,
            Calls calls,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.families = families;
        this.seats = seats;
        this.pools = pools;
        this.calls = calls;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A seat that is to be kept for somebody.
     *
     * @param despite the reason of whoever offers it past what holds; empty when nobody does
     */
    public record Wanted(EntryId entry, GroupId group, LocalDate firstDay, Duration kept, String despite) {}

    /** What became of an attempt to offer. */
    public sealed interface Made {
        /** The seat is kept. */
        record Kept(Offer offer) implements Made {}

        /** No seat is free; {@code place} is theirs in line, the first being 1. */
        record NoSeat(int place) implements Made {}

        /** Something stands against it that nobody let them past. */
        record Held(List<Finding> findings) implements Made {}

        /** They do not wait for a seat any more. */
        record NotWaiting(WaitStatus status) implements Made {}
    }

    /** What became of an answer. */
    public sealed interface Answered {
        /** It counts. */
        record Done() implements Answered {}

        /** The time was over: the seat is free again, and this is their place in line. */
        record TooLate(Instant expired, int place) implements Answered {}

        /** There is no offer to answer any more. */
        record NoOffer(WaitStatus status) implements Answered {}
    }

    public List<Offer> of(EntryId entry) {
        return store.of(entry);
    }

    public Optional<Offer> standing(EntryId entry) {
        return store.standing(entry);
    }

    /** Every offer that keeps a seat. */
    public List<Offer> standing() {
        return store.standingOrAfter(clock.instant());
    }

    /** Offers whose time is over, one for those who come together. */
    List<Offer> ended(Instant now) {
        return store.ended(now);
    }

    /** Locks entries, and whoever comes with them, in the one order: for whoever offers several seats at once. */
    public void lock(Collection<EntryId> ids) {
        families.lock(ids);
    }

    /**
     * Keeps a seat for somebody, and one for each who comes with them or none for anybody; puts them on the list of
     * whom to call.
     */
    public Made make(Wanted wanted, Actor actor) {
        families.lock(wanted.entry());
        return make(wanted, pools.gathered(), actor);
    }

    /**
     * The same for whoever offers several at once.
     *
     * @param pool gathered in the same transaction, after the entries were locked; what is offered out of it meanwhile
     *     is no harm, because each chair is kept under its group's lock
     */
    public Made make(Wanted wanted, Pool pool, Actor actor) {
        var kin = families.lock(wanted.entry());
        var status = kin.self(wanted.entry()).status();
        if (status != WaitStatus.WAITING) {
            return new Made.NotWaiting(status);
        }
        var findings = against(wanted, pool.groups().get(wanted.group()), pool);
        if (!findings.isEmpty()) {
            return new Made.Held(findings);
        }
        var now = clock.instant();
        var offers = chairs(kin, wanted, pool).stream()
                .map(entry -> offer(entry.id(), wanted, now, actor))
                .toList();
        if (!keep(offers)) {
            return new Made.NoSeat(pool.placeInLine(wanted.entry(), wanted.group()));
        }
        var beside = besideWhoeverIsPromised(wanted, pool);
        if (!beside.isEmpty()) {
            offers.forEach(offer -> seats.release(offer.id()));
            return new Made.Held(beside);
        }
        offers.forEach(store::add);
        for (var entry : kin.all()) {
            entries.move(entry.id(), WaitStatus.WAITING, WaitStatus.OFFERED, wanted.despite(), actor.label(), now);
            did(actor, "offered a seat", entry, "group " + wanted.group());
        }
        toCall(kin, offers.getFirst(), actor);
        return new Made.Kept(offers.getFirst());
    }

    /** Those for whom a chair is kept: one for all where a family has a seat together, or else each of them. */
    private static List<Entry> chairs(Kin kin, Wanted wanted, Pool pool) {
        var place = pool.groups().get(wanted.group());
        return place != null && place.families() ? List.of(kin.head()) : kin.all();
    }

    private Offer offer(EntryId entry, Wanted wanted, Instant now, Actor actor) {
        return new Offer(
                new OfferId(NewId.at(now)),
                entry,
                wanted.group(),
                wanted.firstDay(),
                Offer.Status.OPEN,
                actor.label(),
                now,
                until(now, wanted.kept()));
    }

    /** Keeps every one of them, or none. */
    private boolean keep(List<Offer> offers) {
        boolean kept = offers.stream()
                .allMatch(offer -> seats.keep(offer.id(), offer.group(), DateRange.from(offer.firstDay())));
        if (!kept) {
            offers.forEach(offer -> seats.release(offer.id()));
        }
        return kept;
    }

    private void toCall(Kin kin, Offer offer, Actor actor) {
        var zone = practices.current().zone();
        int others = kin.with().size();
        calls.ask(
                kin.head().whom(),
                "Offer them a seat from " + Words.shortDay(offer.firstDay()) + ". It is kept for them until "
                        + Words.moment(offer.expiresAt(), zone) + "."
                        + (others == 0 ? "" : " It is for the " + others + " who come with them too."),
                kin.head().href(),
                LocalDate.ofInstant(offer.madeAt(), zone),
                actor);
    }

    /** They say yes, for whoever comes with them too. */
    public Answered accept(EntryId id, Actor actor) {
        var kin = families.lock(id);
        var standing = store.standing(kin.head().id());
        if (standing.isEmpty()) {
            return new Answered.NoOffer(kin.self(id).status());
        }
        var offer = standing.get();
        if (offer.status() == Offer.Status.ACCEPTED) {
            return new Answered.Done();
        }
        if (offer.hasExpired(clock.instant())) {
            return tooLate(kin, offer);
        }
        become(kin, Offer.Status.ACCEPTED, actor);
        move(kin, WaitStatus.CLEARING, "said yes", actor);
        settled(kin, "accepted a seat", "said yes", actor);
        return new Answered.Done();
    }

    /** They say no: they go on waiting, or leave the waitlist. */
    public Answered decline(EntryId id, boolean stays, String why, Actor actor) {
        return end(id, Offer.Status.DECLINED, stays ? WaitStatus.WAITING : WaitStatus.WITHDRAWN, why, actor);
    }

    /** The practice takes the offer back; they go on waiting. */
    public Answered withdraw(EntryId id, String why, Actor actor) {
        return end(id, Offer.Status.WITHDRAWN, WaitStatus.WAITING, why, actor);
    }

    /** Lets an offer go whose time is over. False when it was answered meanwhile. */
    boolean expire(EntryId id) {
        var kin = families.lock(id);
        var offer = store.standing(kin.head().id()).filter(standing -> standing.hasExpired(clock.instant()));
        offer.ifPresent(expired -> tooLate(kin, expired));
        return offer.isPresent();
    }

    private Answered end(EntryId id, Offer.Status how, WaitStatus to, String why, Actor actor) {
        var kin = families.lock(id);
        if (store.standing(kin.head().id()).isEmpty()) {
            return new Answered.NoOffer(kin.self(id).status());
        }
        become(kin, how, actor);
        move(kin, to, why, actor);
        settled(kin, "ended an offer", how.onScreen(), actor);
        return new Answered.Done();
    }

    private Answered tooLate(Kin kin, Offer offer) {
        var duty = new Actor.Duty(EndOffers.ID);
        become(kin, Offer.Status.EXPIRED, duty);
        move(kin, WaitStatus.WAITING, "the offer was not answered in time", duty);
        settled(kin, "let an offer expire", "the offer's time was over", duty);
        return new Answered.TooLate(offer.expiresAt(), pools.gathered().placeInLine(offer.entry(), offer.group()));
    }

    /** What is kept for them all becomes this; what keeps no seat any more is let go. */
    private void become(Kin kin, Offer.Status to, Actor actor) {
        for (var entry : kin.all()) {
            store.standing(entry.id()).ifPresent(offer -> {
                store.become(offer.id(), offer.status(), to, actor.label(), clock.instant());
                if (!to.keepsSeat()) {
                    seats.release(offer.id());
                }
            });
        }
    }

    private void move(Kin kin, WaitStatus to, String why, Actor actor) {
        kin.all().stream()
                .filter(entry -> entry.status().keepsSeat())
                .forEach(entry -> entries.move(entry.id(), entry.status(), to, why, actor.label(), clock.instant()));
    }

    private void settled(Kin kin, String what, String why, Actor actor) {
        for (var entry : kin.all()) {
            calls.settleAll(entry.id().value(), why, actor);
            did(actor, what, entry, why);
        }
    }

    /**
     * Asked once more now that the group's seats are locked: whoever offered one of them meanwhile, to somebody that
     * this one is kept apart from, has said so by now.
     */
    private List<Finding> besideWhoeverIsPromised(Wanted wanted, Pool pool) {
        var place = pool.groups().get(wanted.group());
        return place == null
                ? List.of()
                : against(wanted, place.promising(store.promised().getOrDefault(wanted.group(), Set.of())), pool);
    }

    /** What stands against it: all that always holds, and what holds when no reason is given to pass it. */
    private static List<Finding> against(Wanted wanted, @Nullable Place place, Pool pool) {
        var candidate = pool.of(wanted.entry());
        if (place == null || candidate.isEmpty()) {
            return List.of();
        }
        var there = place.from(wanted.firstDay());
        return pool.ranked(candidate.get(), there).findings().stream()
                .filter(Finding::holds)
                .filter(finding -> finding.weight() == Finding.Weight.ALWAYS_HOLDS
                        || wanted.despite().isBlank())
                .toList();
    }

    /** Whole days are days of the practice's clock: an offer made at nine ends at nine when clocks change between. */
    private Instant until(Instant now, Duration kept) {
        return now.atZone(practices.current().zone())
                .plusDays(kept.toDays())
                .plus(kept.minusDays(kept.toDays()))
                .toInstant();
    }

    private void did(Actor actor, String what, Entry entry, String why) {
        var patient = entry.patient();
        audit.did(actor, what, "entry " + entry.id(), patient == null ? List.of() : List.of(patient.value()), why);
    }
}
