package org.circlekeeper.assistant;

import java.time.Clock;
import java.util.List;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** The real rounds, with other duties than the program's. */
@Component
class RoundsForTests {

    private final Journal journal;
    private final Approvals approvals;
    private final PracticeRules rules;
    private final Practices practices;
    private final PracticeScope scope;
    private final RoundLock lock;
    private final AuditTrail audit;
    private final Clock clock;

    RoundsForTests(
            Journal journal,
            Approvals approvals,
            PracticeRules rules,
            Practices practices,
            PracticeScope scope,
            RoundLock lock,
            AuditTrail audit,
            Clock clock) {
        this.journal = journal;
        this.approvals = approvals;
        this.rules = rules;
        this.practices = practices;
        this.scope = scope;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    Rounds only(Duty<?>... duties) {
        return of(List.of(duties), List.of());
    }

    /** Rounds of no duty, after each of which somebody is told. */
    Rounds telling(AfterRound told) {
        return of(List.of(), List.of(told));
    }

    private Rounds of(List<Duty<?>> duties, List<AfterRound> told) {
        return new Rounds(duties, journal, approvals, rules, practices, scope, lock, told, audit, clock);
    }
}
