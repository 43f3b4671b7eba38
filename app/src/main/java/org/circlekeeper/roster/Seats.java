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
    private final Groups groups;

    Seats(SeatStore store, Groups groups) {
        this.store = store;
        this.groups = groups;
    }

    int capacity(GroupId group) {
        return groups.find(group).orElseThrow().capacity();
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

    boolean takeUp(UUID offer, UUID membership, GroupId group, DateRange days) {
        var given = store.of(group);
        var kept = given.stream().filter(one -> one.holder().equals(offer)).findFirst();
        if (kept.isPresent() && kept.get().days().equals(days)) {
            store.takeUp(offer, membership, days);
            return true;
        }
        store.free(List.of(offer));
        return give(membership, group, days, false);
    }

    void last(UUID holder, LocalDate last) {
        store.last(holder, last);
    }

    /** Makes the chair theirs again after what was to be the last day. False when on some day there are too few. */
    boolean goOn(Membership episode) {
        var holder = episode.id().value();
        store.free(List.of(holder));
        var days = DateRange.from(episode.days().first());
        if (give(holder, episode.group(), days, false)) {
            return true;
        }
        give(holder, episode.group(), episode.days(), false);
        return false;
    }

    void free(Collection<UUID> holders) {
        store.free(holders);
    }

    List<Rosters.Taken> takenFrom(LocalDate day) {
        return store.takenFrom(day);
    }

    Optional<LocalDate> freeFrom(GroupId group, LocalDate from) {
        return Chairs.freeFrom(store.of(group), capacity(group), from);
    }
}
