package org.circlekeeper.claims;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which claims to list.
 *
 * @param statuses all when empty
 * @param payer one payer's alone, by its id in the practice
 * @param batch those of one file
 * @param limit how many at most
 */
public record ClaimFilter(
        Set<ClaimStatus> statuses,
        @Nullable UUID payer,
        @Nullable UUID batch,
        int limit) {

    /** As many as a list shows, and an export takes at a time. */
    public static final int MOST = 100_000;

    public ClaimFilter {
        statuses = statuses.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(statuses));
    }

    public static ClaimFilter all() {
        return new ClaimFilter(Set.of(), null, null, MOST);
    }

    public static ClaimFilter of(ClaimStatus... statuses) {
        return new ClaimFilter(Set.of(statuses), null, null, MOST);
    }

    public static ClaimFilter ofBatch(UUID batch) {
        return new ClaimFilter(Set.of(), null, batch, MOST);
    }

    public ClaimFilter to(@Nullable UUID onePayer) {
        return new ClaimFilter(statuses, onePayer, batch, limit);
    }

    public ClaimFilter atMost(int most) {
        return new ClaimFilter(statuses, payer, batch, most);
    }
}
