package org.circlekeeper.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is kept while it waits.
 *
 * @param letter what it holds, sealed where {@code sealed} says so
 * @param passing whether nothing of what it holds stays once it is settled
 * @param urgent whether it goes before all that is not
 * @param notBefore until when it is held; null when it is not
 */
record Kept(
        Letter letter,
        boolean sealed,
        boolean passing,
        boolean urgent,
        @Nullable Instant notBefore) {}
