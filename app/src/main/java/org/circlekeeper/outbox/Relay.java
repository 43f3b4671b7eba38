package org.circlekeeper.outbox;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Nor does it go on for longer: what is urgent by then comes first the next time. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    /** So often something unforeseen may break at one letter: about as many minutes. */
    private static final int MOST_BREAKS = 20;

    private final LetterStore store;
    private final PracticeScope scope;
    private final NodeLock lock;
    private final LetterSeal seal;
    private final ObjectProvider<Carrier> carriers;
    private final ObjectProvider<SendCheck> checks;
    private final ObjectProvider<Sender> senders;
    private final Clock clock;

    /** What this process carried while the database took no note of it: it does not carry that again. */
    private final Set<UUID> unwritten = ConcurrentHashMap.newKeySet();

    Relay(
            LetterStore store,
            PracticeScope scope,
            NodeLock lock,
            LetterSeal seal,
            ObjectProvider<Carrier> carriers,
            ObjectProvider<SendCheck> checks,
            ObjectProvider<Sender> senders,
            Clock clock) {
        this.store = store;
        this.scope = scope;
        this.lock = lock;
        this.seal = seal;
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
        scope.apart(practice, () -> store.untold(MOST_LETTERS, tries())).forEach(one -> tellLate(practice, one));
        relay(practice, false);
    }

    /**
     * What could not be told so often is tried in the first minutes of each hour: the program may be mended by then.
     */
    private int tries() {
        return clock.instant().atOffset(ZoneOffset.UTC).getMinute() < 3 ? Integer.MAX_VALUE : MOST_BREAKS;
    }

    void relayUrgent(PracticeId practice) {
        relay(practice, true);
    }

    private void relay(PracticeId practice, boolean urgentAlone) {
        var until = clock.instant().plus(LONGEST);
        for (var id : scope.apart(practice, () -> store.waiting(MOST_LETTERS, urgentAlone, clock.instant()))) {
            if (clock.instant().isAfter(until)) {
                return;
            }
            relay(practice, id);
        }
    }

    /** One letter's failure is no other's: it is written down, and the letter waits. No two nodes carry it at once. */
    void relay(PracticeId practice, UUID id) {
        lock.unlessHeld(NodeLock.Work.SENDING, id, () -> relayIfWaiting(practice, id));
    }

    private void relayIfWaiting(PracticeId practice, UUID id) {
        var kept = scope.apart(practice, () -> store.waiting(id, clock.instant()));
        if (kept.isEmpty()) {
            return;
        }
        var opened = opened(kept.get());
        var letter = opened.orElse(kept.get().letter());
        try {
            if (opened.isPresent()) {
                send(practice, letter);
            } else {
                refuse(practice, letter, "It was sealed with another key than this home has.");
            }
        } catch (CannotCarry stays) {
            LOG.warn("Letter {} stays: {}", id, stays.sentence());
            apart(practice, () -> store.trouble(id, stays.sentence()));
        } catch (Undeliverable never) {
            LOG.warn("Letter {} will never go: {}", id, never.sentence());
            apart(practice, () -> {
                if (store.settle(id, "REFUSED", clock.instant())) {
                    if (never.isNobodyThere()) {
                        store.nobodyThere(id);
                    }
                    senderOf(letter).ifPresent(sender -> sender.undeliverable(letter, never, clock.instant()));
                }
            });
        } catch (RuntimeException broken) {
            LOG.error("Letter {} stays", id, broken);
            broke(practice, letter);
        }
    }

    private Optional<Letter> opened(Kept kept) {
        var letter = kept.letter();
        return kept.sealed()
                ? seal.open(letter.id(), letter.payload())
                        .map(payload -> new Letter(
                                letter.id(), letter.kind(), letter.target(), letter.key(), payload, letter.sha256()))
                : Optional.of(letter);
    }

    private void broke(PracticeId practice, Letter letter) {
        var sentence = "Something broke while it was being sent: the log says more of letter " + letter.id() + ".";
        int times = scope.apart(practice, () -> store.broke(letter.id(), sentence));
        if (times >= MOST_BREAKS) {
            giveUp(practice, letter, "Something broke each of the " + times + " times it was being sent.");
        }
    }

    /** Though its sender cannot even be told that: no other letter waits behind it. */
    private void giveUp(PracticeId practice, Letter letter, String why) {
        try {
            refuse(practice, letter, why);
        } catch (RuntimeException broken) {
            LOG.error("Letter {} is given up, and its sender does not know", letter.id(), broken);
            apart(practice, () -> store.settle(letter.id(), "REFUSED", clock.instant()));
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
        if (!unwritten.contains(letter.id()) && !carrier.hasCarried(letter)) {
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
        mark(practice, letter);
    }

    /** That it has left is written down though its sender cannot be told: a mail server would take it once more. */
    private void mark(PracticeId practice, Letter letter) {
        try {
            KillPoint.reached("before-mark");
            apart(practice, () -> {
                if (store.settle(letter.id(), "SENT", clock.instant())) {
                    senderOf(letter).ifPresent(sender -> sender.sent(letter.key(), clock.instant()));
                }
            });
            KillPoint.reached("after-mark");
        } catch (RuntimeException broken) {
            LOG.error("Letter {} has left, and its sender does not know", letter.id(), broken);
            unwritten.add(letter.id());
            apart(practice, () -> store.settleUntold(letter.id(), clock.instant(), untold(letter)));
        }
        unwritten.remove(letter.id());
    }

    private void tellLate(PracticeId practice, LetterStore.Untold untold) {
        var letter = untold.letter();
        try {
            apart(practice, () -> {
                if (store.told(letter.id())) {
                    senderOf(letter).ifPresent(sender -> sender.sent(letter.key(), untold.sentAt()));
                }
            });
        } catch (RuntimeException broken) {
            LOG.error("Letter {} has left, and its sender still does not know", letter.id(), broken);
            scope.apart(practice, () -> store.broke(letter.id(), untold(letter)));
        }
    }

    private static String untold(Letter letter) {
        return "It has left, and what follows from that could not be written down: the log says more of letter "
                + letter.id() + ".";
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
