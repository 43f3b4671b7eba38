package org.circlekeeper.waitlist;

import java.util.Map;
import java.util.UUID;
import org.circlekeeper.roster.Waiting;
import org.springframework.stereotype.Component;

/** Says how many wait for a group of each kind. */
@Component
class WaitingByKind implements Waiting {

    private final EntryStore store;

    WaitingByKind(EntryStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Integer> byKind() {
        return store.waitingByType();
    }
}
