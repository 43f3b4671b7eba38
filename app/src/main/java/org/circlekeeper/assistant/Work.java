package org.circlekeeper.assistant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * For whom and when a duty plans: one practice, its zone, this instant.
 *
 * @param orderedBy who asked for this very work, by a round on their word or by approving the step; null when it is the
 *     assistant's own round
 */
public record Work(
        PracticeId practice,
        ZoneId zone,
        Instant now,
        @Nullable Actor orderedBy) {

    public Work(PracticeId practice, ZoneId zone, Instant now) {
        this(practice, zone, now, null);
    }

    /** The same, on somebody's word. */
    public Work orderedBy(@Nullable Actor somebody) {
        return new Work(practice, zone, now, somebody);
    }

    /** The practice's local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
