package org.circlekeeper.assistant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.springframework.stereotype.Component;

/**
 * A person's yes to a proposal. The next round plans afresh and does the step with that key, or says that it is gone.
 */
@Component
public class Approvals {

    private final ApprovalStore store;
    private final Clock clock;

    Approvals(ApprovalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void approve(String duty, String key, SignedIn person) {
        store.add(duty, key, person.person().value(), person.name(), Timestamp.from(clock.instant()));
    }

    /** Who approved which keys of this duty and is still waiting for it to be done. */
    Map<String, Actor> waiting(String duty) {
        return new HashMap<>(store.waiting(duty));
    }

    void used(String duty, String key) {
        store.used(duty, key, Timestamp.from(clock.instant()));
    }
}
