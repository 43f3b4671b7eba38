package org.circlekeeper.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often somebody may try a password. A try is counted before it is made, so that a hundred at once are no way in.
 */
@Component
class Tries {

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private static final int PER_ADDRESS = 5;
    private static final int PER_MACHINE = 50;

    private final TryStore store;
    private final TransactionTemplate transaction;

    Tries(TryStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts one try against the address and the machine. False when either has had its number: then nothing counts.
     */
    boolean begin(String email, String machine, Instant now) {
        var since = now.minus(LOCKED_FOR);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            store.forgetBefore(since);
            boolean may = store.add(machine(machine), PER_MACHINE, now, since)
                    && store.add(address(email), PER_ADDRESS, now, since);
            if (!may) {
                status.setRollbackOnly();
            }
            return may;
        }));
    }

    /** From when on another try counts, for whoever has had their number. */
    Instant again(String email, String machine, Instant now) {
        var since = now.minus(LOCKED_FOR);
        return Stream.of(
                        store.inTheWay(machine(machine), PER_MACHINE, since),
                        store.inTheWay(address(email), PER_ADDRESS, since))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(now)
                .plus(LOCKED_FOR);
    }

    /** It was right: neither address nor machine has it held against them. */
    void wasRight(String email, String machine, Instant begun) {
        store.forgetAll(address(email));
        store.forget(machine(machine), begun);
    }

    /** The address begins anew: its holder has a new password. */
    void forget(String email) {
        store.forgetAll(address(email));
    }

    private static String address(String email) {
        return "email " + email.strip().toLowerCase(Locale.ROOT);
    }

    private static String machine(String machine) {
        return "from " + machine;
    }
}
