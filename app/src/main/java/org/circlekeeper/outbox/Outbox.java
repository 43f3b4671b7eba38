package org.circlekeeper.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes in what is to leave the house, and sends it once its transaction has committed. */
@Component
public class Outbox {

    private final LetterStore store;
    private final Relay relay;
    private final LetterSeal seal;
    private final Clock clock;

    Outbox(LetterStore store, Relay relay, LetterSeal seal, Clock clock) {
        this.store = store;
        this.relay = relay;
        this.seal = seal;
        this.clock = clock;
    }

    /** A letter that waits because its carrier could not take it, and what a person reads of that. */
    public record Trouble(String kind, String key, String target, String sentence, Instant since) {}

    /** Puts a letter into the transaction under way, and has it sent as soon as that has committed. */
    public void put(PracticeId practice, String kind, String target, byte[] payload, String key) {
        UUID id = NewId.at(clock.instant());
        var letter = new Letter(id, kind, target, key, payload, Sha256.hex(payload));
        store.put(new Kept(letter, false, false, false, null), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                KillPoint.reached("after-commit");
                relay.relay(practice, id);
            }
        });
    }

    /**
     * Puts a letter into the transaction under way that stays until a moment, and can be taken back until then. What it
     * carries is sealed with a key of the home while it waits, and is kept no longer than that.
     */
    public void hold(String kind, String target, byte[] payload, String key, Instant notBefore) {
        put(kind, target, payload, key, false, notBefore);
    }

    /** The same for one that goes before all others, at once. */
    public void hurry(String kind, String target, byte[] payload, String key) {
        put(kind, target, payload, key, true, clock.instant());
    }

    private void put(String kind, String target, byte[] payload, String key, boolean urgent, Instant notBefore) {
        UUID id = NewId.at(clock.instant());
        var letter = new Letter(id, kind, target, key, seal.close(id, payload), Sha256.hex(payload));
        store.put(new Kept(letter, true, true, urgent, notBefore), clock.instant());
    }

    /**
     * Takes a letter back, which then never leaves. Nobody carries it meanwhile; what its sender writes down is
     * committed with it, whatever becomes of the transaction under way.
     *
     * @param written what the sender writes down when it was in time
     * @return whether it was
     */
    public boolean takeBack(PracticeId practice, String kind, String key, Runnable written) {
        return store.waiting(kind, key)
                .map(id -> relay.takeBack(practice, id, written))
                .orElse(false);
    }

    /** Sends what waits, for three quarters of a minute at the most. What cannot go stays, with the reason. */
    public void relay(PracticeId practice) {
        relay.relay(practice);
    }

    /** Sends what is urgent and nothing else. */
    public void relayUrgent(PracticeId practice) {
        relay.relayUrgent(practice);
    }

    /**
     * What of one kind waits because it could not be carried, or has left without its sender knowing: the oldest first,
     * at most a hundred.
     */
    public List<Trouble> troubles(String kind) {
        return store.troubles(kind);
    }

    /** One of all that waits because it could not be carried. */
    public Optional<Trouble> trouble() {
        return store.trouble();
    }
}
