package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private final KeptSeats seats;
    private final Pools pools;
    private final Calls calls;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Offers(
            OfferStore store,
            EntryStore entries,
            KeptSeats seats,
            Pools pools,
            Calls calls,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.entries = entries;
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

    /** Locks entries in the one order, for whoever offers several seats at once. */
    public void lock(Collection<EntryId> ids) {
        entries.lock(ids);
    }

    /** Keeps a seat for somebody and puts them on the list of whom to call. */
    public Made make(Wanted wanted, Actor actor) {
        var entry = locked(wanted.entry());
        if (entry.status() != WaitStatus.WAITING) {
            return new Made.NotWaiting(entry.status());
        }
        var findings = against(wanted);
        if (!findings.isEmpty()) {
            return new Made.Held(findings);
        }
        var now = clock.instant();
        var offer = new Offer(
                new OfferId(NewId.at(now)),
                entry.id(),
                wanted.group(),
                wanted.firstDay(),
                Offer.Status.OPEN,
                actor.label(),
                now,
                until(now, wanted.kept()));
        if (!seats.keep(offer.id(), wanted.group(), DateRange.from(wanted.firstDay()))) {
            return new Made.NoSeat(pools.gathered().placeInLine(entry.id(), wanted.group()));
        }
        store.add(offer);
        entries.move(entry.id(), WaitStatus.WAITING, WaitStatus.OFFERED, wanted.despite(), actor.label(), now);
        var zone = practices.current().zone();
        calls.ask(
                entry.whom(),
                "Offer them a seat from " + Words.shortDay(offer.firstDay()) + ". It is kept for them until "
                        + Words.moment(offer.expiresAt(), zone) + ".",
                entry.href(),
                LocalDate.ofInstant(now, zone),
                actor);
        did(actor, "offered a seat", entry, "group " + wanted.group());
        return new Made.Kept(offer);
    }

    /** They say yes. */
    public Answered accept(EntryId id, Actor actor) {
        var entry = locked(id);
        var standing = store.standing(id);
        if (standing.isEmpty()) {
            return new Answered.NoOffer(entry.status());
        }
        var offer = standing.get();
        if (offer.status() == Offer.Status.ACCEPTED) {
            return new Answered.Done();
        }
        if (offer.hasExpired(clock.instant())) {
            return tooLate(entry, offer);
        }
        store.become(offer.id(), Offer.Status.OPEN, Offer.Status.ACCEPTED, actor.label(), clock.instant());
        entries.move(id, WaitStatus.OFFERED, WaitStatus.CLEARING, "said yes", actor.label(), clock.instant());
        calls.settleAll(id.value(), "said yes", actor);
        did(actor, "accepted a seat", entry, "group " + offer.group());
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
        var entry = locked(id);
        var offer = store.standing(id).filter(standing -> standing.hasExpired(clock.instant()));
        offer.ifPresent(expired -> tooLate(entry, expired));
        return offer.isPresent();
    }

    private Answered end(EntryId id, Offer.Status how, WaitStatus to, String why, Actor actor) {
        var entry = locked(id);
        var standing = store.standing(id);
        if (standing.isEmpty()) {
            return new Answered.NoOffer(entry.status());
        }
        var offer = standing.get();
        store.become(offer.id(), offer.status(), how, actor.label(), clock.instant());
        seats.release(offer.id());
        entries.move(id, entry.status(), to, why, actor.label(), clock.instant());
        calls.settleAll(id.value(), how.onScreen(), actor);
        did(actor, "ended an offer", entry, how.onScreen());
        return new Answered.Done();
    }

    private Answered tooLate(Entry entry, Offer offer) {
        var duty = new Actor.Duty(EndOffers.ID);
        store.become(offer.id(), Offer.Status.OPEN, Offer.Status.EXPIRED, duty.label(), clock.instant());
        seats.release(offer.id());
        entries.move(
                entry.id(),
                WaitStatus.OFFERED,
                WaitStatus.WAITING,
                "the offer was not answered in time",
                duty.label(),
                clock.instant());
        calls.settleAll(entry.id().value(), "the offer's time was over", duty);
        did(duty, "let an offer expire", entry, "group " + offer.group());
        return new Answered.TooLate(offer.expiresAt(), pools.gathered().placeInLine(entry.id(), offer.group()));
    }

    /** What stands against it: all that always holds, and what holds when no reason is given to pass it. */
    private List<Finding> against(Wanted wanted) {
        var pool = pools.gathered();
        var place = pool.groups().get(wanted.group());
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

    private Entry locked(EntryId id) {
        return entries.lock(List.of(id)).getFirst();
    }

    private void did(Actor actor, String what, Entry entry, String why) {
        var patient = entry.patient();
        audit.did(actor, what, "entry " + entry.id(), patient == null ? List.of() : List.of(patient.value()), why);
    }
}
