package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.springframework.stereotype.Component;

/** Gives out the chairs of groups. What is believed here is looked up without a lock and asked again under one. */
@Component
class Seats {

    private final SeatStore store;
    private final GroupStore groups;

    Seats(SeatStore store, GroupStore groups) {
        this.store = store;
        this.groups = groups;
    }

    int capacity(GroupId group) {
        return groups.find(group).orElseThrow().capacity();
    }

    /**
     * Sees to it that a group can have so many chairs: whoever sits, will sit or is offered a seat moves to a chair
     * with a low number. False when on some day from this one on more sit.
     */
    boolean fit(GroupId group, int chairs, LocalDate today) {
        store.lock(group);
        if (chairs >= capacity(group)) {
            return true;
        }
        var sitting = store.of(group).stream()
                .filter(given ->
                        given.days().last() == null || !given.days().last().isBefore(today))
                .toList();
        var laid = Chairs.laid(sitting, chairs);
        laid.ifPresent(anew -> {
            store.forgetBefore(group, today);
            store.seat(anew);
        });
        return laid.isPresent();
    }

    void lock(GroupId group) {
        store.lock(group);
    }

    /**
     * Whether on some of the days nobody more finds a seat. Many who come for the last one are told without waiting.
     */
    boolean isFull(GroupId group, DateRange days) {
        return Chairs.anew(store.of(group), capacity(group), new UUID(0, 0), days)
                .isEmpty();
    }

    /** How many more find a seat on every one of the days. */
    int free(GroupId group, DateRange days) {
        return Chairs.freeSeats(store.of(group), capacity(group), days);
    }

    /** Gives a chair, under the lock. False when on some day there are too few. */
    boolean give(UUID holder, GroupId group, DateRange days, boolean offered) {
        var given = store.of(group);
        int capacity = capacity(group);
        var free = Chairs.free(given, capacity, days);
        if (free.isPresent()) {
            store.give(holder, group, free.getAsInt(), days, offered);
            return true;
        }
        var anew = Chairs.anew(given, capacity, holder, days);
        anew.ifPresent(chairs -> {
            var others = new HashMap<>(chairs);
            others.remove(holder);
            store.seat(others);
            store.give(holder, group, chairs.getOrDefault(holder, 1), days, offered);
        });
        return anew.isPresent();
    }

    /** Makes what was kept for an offer a membership's; the offer keeps it when on some day there are too few. */
    boolean takeUp(UUID offer, UUID membership, GroupId group, DateRange days) {
        var kept = store.of(group).stream()
                .filter(one -> one.holder().equals(offer))
                .findFirst();
        if (kept.isPresent() && kept.get().days().equals(days)) {
            store.takeUp(offer, membership, days);
            return true;
        }
        store.free(List.of(offer));
        boolean given = give(membership, group, days, false);
        if (!given && kept.isPresent()) {
            give(offer, group, kept.get().days(), true);
        }
        return given;
    }

    /**
     * Makes this day the last one of theirs. False when it is a later one than before and there are too few until then.
     */
    boolean until(Membership episode, LocalDate last) {
        var before = episode.days().last();
        if (before == null || !last.isAfter(before)) {
            store.last(episode.id().value(), last);
            return true;
        }
        return instead(episode, new DateRange(episode.days().first(), last));
    }

    /**
     * Makes the chair theirs again after what was to be the last day. False when on some day there are too few, or when
     * the group itself has a last day.
     */
    boolean goOn(Membership episode) {
        var end = groups.find(episode.group()).orElseThrow().days().last();
        return end == null && instead(episode, DateRange.from(episode.days().first()));
    }

    private boolean instead(Membership episode, DateRange days) {
        var holder = episode.id().value();
        store.free(List.of(holder));
        boolean given = give(holder, episode.group(), days, false);
        if (!given) {
            give(holder, episode.group(), episode.days(), false);
        }
        return given;
    }

    void free(Collection<UUID> holders) {
        store.free(holders);
    }

    List<Occupied> occupied(LocalDate day) {
        return store.occupied(day);
    }

    Optional<LocalDate> freeFrom(GroupId group, LocalDate from) {
        return Chairs.freeFrom(store.of(group), capacity(group), from);
    }
}
