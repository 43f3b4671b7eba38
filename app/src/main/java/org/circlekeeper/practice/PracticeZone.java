package org.circlekeeper.practice;

import java.time.ZoneId;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.frame.PracticeZones;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Tells the frame where the clock of a practice hangs. */
@Component
class PracticeZone implements PracticeZones {

    private final PracticeStore store;
    private final PracticeScope scope;

    PracticeZone(PracticeStore store, PracticeScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public ZoneId zoneOf(PracticeId practice) {
        return scope.in(practice, () -> store.practice().zone());
    }
}
