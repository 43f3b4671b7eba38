package org.circlekeeper.scheduling;

import java.time.Instant;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A secret address under which a person's own calendar program reads.
 *
 * @param practitioner whose calendar it is; null for that of the whole practice
 * @param revokedAt since when it does not answer any more
 * @param fetchedAt when it was read last
 */
public record Feed(
        FeedId id,
        PersonId person,
        @Nullable PractitionerId practitioner,
        Mode mode,
        Instant madeAt,
        @Nullable Instant revokedAt,
        @Nullable Instant fetchedAt) {

    /** What an entry shows besides its time. Another company's calendar keeps it. */
    public enum Mode {
        CODE("A code for each group"),
        INITIALS("Members' initials"),
        NAMES("Names of groups and members");

        private final String onScreen;

        Mode(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }
}
