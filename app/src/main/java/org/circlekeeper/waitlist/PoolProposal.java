package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.circlekeeper.roster.Group;

/**
 * A proposal for everybody who waits at once: who would have which seat, and why the others have none. Who stands how
 * high is {@link Standing}'s to say; where they sit is {@link Placement}'s. Nothing of it happens before a person
 * offers. Pure.
 *
 * @param total what it is worth, in days of waiting
 * @param gap how much more another proposal could be worth at the most; 0 when there is none better
 */
public record PoolProposal(List<Given> given, List<Left> left, long total, long gap) {

    public PoolProposal {
        given = List.copyOf(given);
        left = List.copyOf(left);
    }

    /** A seat for somebody, with the reasons. */
    public record Given(Entry entry, Group group, LocalDate from, List<String> reasons) {}

    /** Somebody who waits on, and why. */
    public record Left(Entry entry, String why) {}

    /** The best there is; when the time is over before that is known, the best found by then, with its gap. */
    public static PoolProposal of(Pool pool, BooleanSupplier isOver) {
        return new Proposing(pool, isOver).proposal();
    }
}
