package org.circlekeeper.outbox;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.circlekeeper.assistant.AfterRound;
import org.circlekeeper.database.NodeLock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sends letters, at least once each: read, asked once more whether it may go, carried outside of any transaction, and
 * written down as sent. A process that dies in between carries the letter again, which its carrier recognises.
 */
@Component
class Relay implements AfterRound {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** A round sends no more than this; the next goes on. */
    private static final int MOST_LETTERS = 1_000;

    private final LetterStore store;
    private final PracticeScope scope;
    private final NodeLock lock;
    private final ObjectProvider<Carrier> carriers;
    private final ObjectProvider<SendCheck> checks;
    private final ObjectProvider<Sender> senders;
    private final Clock clock;

    Relay(
            LetterStore store,
            PracticeScope scope,
            NodeLock lock,
            ObjectProvider<Carrier> carriers,
            ObjectProvider<SendCheck> checks,
            ObjectProvider<Sender> senders,
            Clock clock) {
        this.store = store;
        this.scope = scope;
        this.lock = lock;
        this.carriers = carriers;
        this.checks = checks;
        this.senders = senders;
        this.clock = clock;
    }

    @Override
    public void afterRound(PracticeId practice) {
        relay(practice);
    }

    void relay(PracticeId practice) {
        scope.apart(practice, () -> store.waiting(MOST_LETTERS, clock.instant()))
                .forEach(id -> relay(practice, id));
    }

    /** One letter's failure is no other's: it is written down, and the letter waits. No two nodes carry it at once. */
    void relay(PracticeId practice, UUID id) {
        lock.unlessHeld(NodeLock.Work.SENDING, id, () -> relayIfWaiting(practice, id));
    }

    private void relayIfWaiting(PracticeId practice, UUID id) {
        var letter = scope.apart(practice, () -> store.waiting(id, clock.instant()));
        if (letter.isEmpty()) {
            return;
        }
        try {
            send(practice, letter.get());
        } catch (CannotCarry stays) {
            LOG.warn("Letter {} stays: {}", id, stays.sentence());
            apart(practice, () -> store.trouble(id, stays.sentence()));
        } catch (Undeliverable never) {
            LOG.warn("Letter {} will never go: {}", id, never.sentence());
            apart(practice, () -> {
                if (store.settle(id, "REFUSED", clock.instant())) {
                    senderOf(letter.get())
                            .ifPresent(sender -> sender.undeliverable(letter.get(), never, clock.instant()));
                }
            });
        } catch (RuntimeException broken) {
            LOG.error("Letter {} stays", id, broken);
            apart(
                    practice,
                    () -> store.trouble(
                            id, "Something broke while it was being sent: the log says more of letter " + id + "."));
        }
    }

    /** Settles a letter that nobody carries at this moment; within the lock, so that no node begins to. */
    boolean takeBack(PracticeId practice, UUID id, Runnable written) {
        var inTime = new AtomicBoolean();
        lock.unlessHeld(
                NodeLock.Work.SENDING,
                id,
                () -> apart(practice, () -> {
                    if (store.settle(id, "UNDONE", clock.instant())) {
                        written.run();
                        inTime.set(true);
                    }
                }));
        return inTime.get();
    }

    /**
     * What a process carried before it died has left, and is not asked about again: its change of mind comes too late.
     */
    private void send(PracticeId practice, Letter letter) {
        var carrier = carrierOf(letter);
        if (!carrier.hasCarried(letter)) {
            var refusal = scope.apart(
                    practice,
                    () -> checks.stream()
                            .flatMap(check -> check.refusal(letter).stream())
                            .findFirst());
            if (refusal.isPresent()) {
                refuse(practice, letter, refusal.get());
                return;
            }
            carrier.carry(letter);
        }
        KillPoint.reached("before-mark");
        apart(practice, () -> {
            if (store.settle(letter.id(), "SENT", clock.instant())) {
                senderOf(letter).ifPresent(sender -> sender.sent(letter.key(), clock.instant()));
            }
        });
        KillPoint.reached("after-mark");
    }

    private void refuse(PracticeId practice, Letter letter, String why) {
        apart(practice, () -> {
            if (store.settle(letter.id(), "REFUSED", clock.instant())) {
                senderOf(letter).ifPresent(sender -> sender.refused(letter.key(), why, clock.instant()));
            }
        });
    }

    private Carrier carrierOf(Letter letter) {
        Map<String, Carrier> byKind = carriers.stream().collect(toMap(Carrier::kind, carrier -> carrier));
        var carrier = byKind.get(letter.kind());
        if (carrier == null) {
            throw new IllegalStateException("Nobody carries " + letter.kind());
        }
        return carrier;
    }

    private Optional<Sender> senderOf(Letter letter) {
        List<Sender> all = senders.stream().toList();
        return all.stream()
                .filter(sender -> sender.kind().equals(letter.kind()))
                .findFirst();
    }

    private void apart(PracticeId practice, Runnable work) {
        Supplier<Boolean> supplier = () -> {
            work.run();
            return Boolean.TRUE;
        };
        scope.apart(practice, supplier);
    }
}
