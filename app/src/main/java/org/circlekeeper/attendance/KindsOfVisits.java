package org.circlekeeper.attendance;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.roster.KindChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts visits anew when a kind of group is billed as something else: authorizations are for one code. */
@Component
class KindsOfVisits {

    private static final Actor SELF = new Actor.Duty("count-visits");

    private final AuthorizedVisitStore store;
    private final UnitsUsed units;

    KindsOfVisits(AuthorizedVisitStore store, UnitsUsed units) {
        this.store = store;
        this.units = units;
    }

    @EventListener
    void changed(KindChanged event) {
        var whose = store.cameTo(event.type());
        if (!whose.isEmpty()) {
            units.settle(whose, SELF);
        }
    }
}
