package org.circlekeeper.finance;

import java.time.Clock;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** What the practice in scope asks of somebody's insurance before they are seated. */
@Component
public class SeatRules {

    private final SeatRuleStore store;
    private final AuditTrail audit;
    private final Clock clock;

    SeatRules(SeatRuleStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public SeatRule rule() {
        return store.rule().orElse(SeatRule.USUAL);
    }

    public void keep(SeatRule rule, Actor actor) {
        store.keep(rule, actor.label(), clock.instant());
        audit.did(actor, "changed what a seat asks of insurance", "setting", rule.onScreen());
    }
}
