package org.circlekeeper.claims;

import java.time.Duration;
import java.time.Instant;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.practice.Practice;
import org.jspecify.annotations.Nullable;

/**
 * What a claim still needs that a person let go past a payer's rule, before it may leave: in a firm, somebody else's
 * release; where one works alone, a day. A small practice, where often one person knows the matter, needs neither, and
 * neither does whoever works the command line of the machine.
 *
 * @param byAnother whether whoever gave the reason may not release the claim
 * @param reasonsUntil a reason given later than this is too fresh
 */
record SecondLook(boolean byAnother, Instant reasonsUntil) {

    private static final Duration A_DAY = Duration.ofHours(24);

    static SecondLook of(Practice.Profile profile, @Nullable Actor releasing, Instant now) {
        if (releasing instanceof Actor.Operator) {
            return new SecondLook(false, now);
        }
        return switch (profile) {
            case SOLO -> new SecondLook(false, now.minus(A_DAY));
            case SMALL -> new SecondLook(false, now);
            case FIRM -> new SecondLook(true, now);
        };
    }
}
