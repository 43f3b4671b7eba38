package org.circlekeeper.operations;

import java.time.Clock;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.People;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is done for every practice again and again; one practice's trouble is no other's. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** Nobody has more on call. */
    private static final int MOST_PAGED = 50;

    private final People people;
    private final Practices practices;
    private final PracticeScope scope;
    private final Rounds rounds;
    private final Outbox outbox;
    private final Pager pager;
    private final Clock clock;

    Watch(
            People people,
            Practices practices,
            PracticeScope scope,
            Rounds rounds,
            Outbox outbox,
            Pager pager,
            Clock clock) {
        this.people = people;
        this.practices = practices;
        this.scope = scope;
        this.rounds = rounds;
        this.outbox = outbox;
        this.pager = pager;
        this.clock = clock;
    }

    void roundOfAll() {
        each(this::round);
    }

    void relayOfAll() {
        each(outbox::relay);
    }

    /**
     * An alarm that is due does not wait for the next round: the ten minutes are ten. Its pages leave at once, and whom
     * they do not reach is passed over at once.
     */
    void alarmsOfAll() {
        each(this::alarms);
    }

    /** The same for one practice. */
    void alarms(PracticeId practice) {
        outbox.relayUrgent(practice);
        for (int paged = 0; paged < MOST_PAGED && scope.in(practice, pager::isDue); paged++) {
            rounds.makeOnly(practice, Pager.ESCALATION);
            outbox.relayUrgent(practice);
        }
    }

    /** One round, with filing or without, as it is evening where the practice is. */
    void round(PracticeId practice) {
        var zone = scope.in(practice, () -> practices.current().zone());
        rounds.makeBut(practice, Evenings.leftForLater(LocalTime.ofInstant(clock.instant(), zone)));
    }

    private void each(Consumer<PracticeId> work) {
        for (var practice : people.practices().stream().map(KnownPractice::id).toList()) {
            try {
                work.accept(practice);
            } catch (RuntimeException trouble) {
                LOG.error("Practice {} is left for the next time", practice, trouble);
            }
        }
    }
}
