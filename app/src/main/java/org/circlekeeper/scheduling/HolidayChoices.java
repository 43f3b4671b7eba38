package org.circlekeeper.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the practice in scope does on its holidays: without a choice a session is skipped. */
@Component
public class HolidayChoices {

    private final HolidayStore store;
    private final AuditTrail audit;
    private final Clock clock;

    HolidayChoices(HolidayStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public List<HolidayChoice> all() {
        return store.all();
    }

    /**
     * Chooses for one group, or (null) for all that have no choice of their own: another day, or (null) none. Sessions
     * follow with the next planning, which shows what it would do.
     */
    public void choose(LocalDate holiday, @Nullable GroupId group, @Nullable LocalDate movesTo, Actor actor) {
        var now = clock.instant();
        store.choose(new HolidayChoice(NewId.at(now), holiday, group, movesTo), actor.label(), now);
        audit.did(
                actor,
                "chose what is done on a holiday",
                group == null ? "practice" : "group " + group,
                holiday + (movesTo == null ? ": no session" : ": on " + movesTo));
    }

    /** Takes a choice back. */
    public boolean forget(UUID choice, Actor actor) {
        boolean forgotten = store.forget(choice);
        if (forgotten) {
            audit.did(actor, "took back what is done on a holiday", "choice " + choice, "as usual");
        }
        return forgotten;
    }
}
