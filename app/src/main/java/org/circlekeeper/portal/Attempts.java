package org.circlekeeper.portal;

import java.time.Duration;
import java.time.Instant;
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
    static final int LINKS_OF_A_MACHINE = 10;
    static final int LINKS_TO_AN_ADDRESS = 3;

    private static final int PREFIX = 32;

    private final AttemptStore store;
    private final PracticeScope scope;

    Attempts(AttemptStore store, PracticeScope scope) {
        this.store = store;
        this.scope = scope;
    }

    boolean mayTryCode(PracticeId practice, String token, String machine, Instant now) {
        return count(practice, "code from " + machine, CODES_OF_A_MACHINE, now)
                && count(practice, "code of " + token, CODES_OF_A_LINK, now);
    }

    boolean mayAskForLink(PracticeId practice, String machine, Instant now) {
        return count(practice, "link from " + machine, LINKS_OF_A_MACHINE, now);
    }

    /** Whoever asks is never told of this limit: it would say that the address is known. */
    boolean mayBeSentLink(PracticeId practice, String address, Instant now) {
        return count(practice, "link to " + address, LINKS_TO_AN_ADDRESS, now);
    }

    private boolean count(PracticeId practice, String who, int most, Instant now) {
        var since = now.minus(COUNTED_FOR);
        return scope.apart(practice, () -> {
            store.forgetBefore(since);
            return store.count(Sha256.hex(who).substring(0, PREFIX), most, now, since);
        });
    }
}
