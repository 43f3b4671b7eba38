package org.circlekeeper.assistant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.springframework.stereotype.Component;

/**
 * A person's yes to a proposal that waits. The next round plans afresh and does the step with that key; where the
 * situation is gone by then the yes is gone with it, and does not count when the situation comes back.
 */
@Component
public class Approvals {

    private final ApprovalStore store;
    private final Journal journal;
    private final Clock clock;

    Approvals(ApprovalStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Keeps the yes when that is proposed now. Returns whether it is. */
    public boolean approve(String duty, String key, SignedIn person) {
        return approve(duty, List.of(key), person).isEmpty();
    }

    /** Keeps the yes to each of these that is proposed now. Returns those that are not. */
    public List<String> approve(String duty, List<String> keys, SignedIn person) {
        var proposed = journal.proposed(duty);
        var at = Timestamp.from(clock.instant());
        keys.stream()
                .filter(proposed::contains)
                .forEach(key -> store.add(duty, key, person.person().value(), person.name(), at));
        return keys.stream().filter(key -> !proposed.contains(key)).toList();
    }

    /**
     * Who approved which keys of this duty and is still waiting for it to be done. A yes to what is not proposed any
     * more ends here.
     */
    Map<String, Actor> waiting(String duty) {
        store.lapseAllBut(duty, journal.proposed(duty), Timestamp.from(clock.instant()));
        return new HashMap<>(store.waiting(duty));
    }

    void used(String duty, String key) {
        store.used(duty, key, Timestamp.from(clock.instant()));
    }
}
