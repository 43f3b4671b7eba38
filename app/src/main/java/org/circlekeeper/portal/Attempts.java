package org.circlekeeper.portal;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try. A try is counted before it is made and in a transaction of its own, so that a hundred at
 * once are no way in. Addresses and machines are kept as hashes.
 */
@Component
class Attempts {

    static final Duration COUNTED_FOR = Duration.ofMinutes(15);
    static final int CODES_OF_A_MACHINE = 30;
    static final int CODES_OF_A_LINK = 5;
    static final int CODES_OF_A_PERSON = 10;
    static final int CODES_SEEN_OF_WHOEVER_IS_HELD_UP = 5;
    static final int LINKS_OF_A_MACHINE = 10;
    static final int LINKS_TO_AN_ADDRESS = 3;
    static final int LINKS_TO_AN_ADDRESS_A_DAY = 10;
    static final int CHALLENGES_OF_A_MACHINE = 60;
    static final Duration A_DAY = Duration.ofHours(24);

    private static final int PREFIX = 32;

    private final AttemptStore store;
    private final PracticeScope scope;

    Attempts(AttemptStore store, PracticeScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** Whether a code may be tried, and if not, when again. */
    enum Code {
        NOW,
        /** A quarter of an hour after the first of the tries that were counted. */
        SOON,
        /** A day after the first of them. */
        TOMORROW
    }

    /**
     * Whether a code may be tried, and whose: those for whom this try was counted.
     *
     * @param of nobody's unless it may be tried now
     * @param heldUp those who have had their number: who types their right code is told that, and does not come in
     */
    record Tries(Code may, Set<AccountId> of, Set<AccountId> heldUp) {
        Tries {
            of = Set.copyOf(of);
            heldUp = Set.copyOf(heldUp);
        }

        static Tries none(Code may) {
            return new Tries(may, Set.of(), Set.of());
        }
    }

    /**
     * Whoever reads somebody's mail can ask for one link after the other: that is why each person's codes are counted
     * for a day. One who has had their number holds up none of the others at that address; whether a code is theirs is
     * still seen a few times, so that it is not held against the others.
     */
    Tries mayTryCode(PracticeId practice, String token, Set<AccountId> accounts, String machine, Instant now) {
        if (!count(practice, "code from " + machine, CODES_OF_A_MACHINE, COUNTED_FOR, now)
                || !count(practice, "code of " + token, CODES_OF_A_LINK, COUNTED_FOR, now)) {
            return Tries.none(Code.SOON);
        }
        var left = accounts.stream()
                .filter(account -> count(practice, codesOf(account), CODES_OF_A_PERSON, A_DAY, now))
                .collect(toSet());
        if (left.isEmpty()) {
            return Tries.none(Code.TOMORROW);
        }
        var heldUp = accounts.stream()
                .filter(account -> !left.contains(account))
                .filter(account -> count(practice, moreCodesOf(account), CODES_SEEN_OF_WHOEVER_IS_HELD_UP, A_DAY, now))
                .collect(toSet());
        return new Tries(Code.NOW, left, heldUp);
    }

    /** None is held against them any more. Within the scope of the practice. */
    void forget(AccountId account) {
        store.forget(hash(codesOf(account)));
        store.forget(hash(moreCodesOf(account)));
    }

    /**
     * The code was right. None is held against whoever came in any more, and of the others for whom it was counted that
     * one try; what was guessed wrongly of them stays. Within the scope of the practice.
     */
    void wasRight(AccountId account, Tries tries) {
        forget(account);
        tries.of().stream()
                .filter(other -> !other.equals(account))
                .forEach(other -> store.takeBack(hash(codesOf(other))));
        tries.heldUp().forEach(other -> store.takeBack(hash(moreCodesOf(other))));
    }

    /** The code was right for somebody who has had their number: it was no guess at anybody's. Within the scope. */
    void wasOfWhoeverIsHeldUp(Tries tries) {
        tries.of().forEach(other -> store.takeBack(hash(codesOf(other))));
        tries.heldUp().forEach(other -> store.takeBack(hash(moreCodesOf(other))));
    }

    /** A passkey is counted with the codes of a machine. */
    boolean mayTryPasskey(PracticeId practice, String machine, Instant now) {
        return count(practice, "code from " + machine, CODES_OF_A_MACHINE, COUNTED_FOR, now);
    }

    boolean mayAskForChallenge(PracticeId practice, String machine, Instant now) {
        return count(practice, "challenge from " + machine, CHALLENGES_OF_A_MACHINE, COUNTED_FOR, now);
    }

    boolean mayAskForLink(PracticeId practice, String machine, Instant now) {
        return count(practice, "link from " + machine, LINKS_OF_A_MACHINE, COUNTED_FOR, now);
    }

    /**
     * Whoever asks is never told of these limits: it would say that the address is known. The one of a day keeps a
     * stranger from filling somebody's mailbox.
     */
    boolean mayBeSentLink(PracticeId practice, String address, Instant now) {
        return count(practice, "link to " + address, LINKS_TO_AN_ADDRESS, COUNTED_FOR, now)
                && count(practice, "link of a day to " + address, LINKS_TO_AN_ADDRESS_A_DAY, A_DAY, now);
    }

    private boolean count(PracticeId practice, String who, int most, Duration within, Instant now) {
        return scope.apart(practice, () -> {
            store.forgetBefore(now.minus(A_DAY));
            return store.count(hash(who), most, now, now.minus(within));
        });
    }

    private static String codesOf(AccountId account) {
        return "codes of " + account;
    }

    private static String moreCodesOf(AccountId account) {
        return "more codes of " + account;
    }

    private static String hash(String who) {
        return Sha256.hex(who).substring(0, PREFIX);
    }
}
