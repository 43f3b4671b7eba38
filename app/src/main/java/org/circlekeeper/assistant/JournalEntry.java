package org.circlekeeper.assistant;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.terms.Because;
import org.jspecify.annotations.Nullable;

/** One line of the journal: what was done, proposed, asked, failed or settled, and why. Added, never changed. */
public record JournalEntry(
        UUID id,
        String duty,
        String key,
        Kind kind,
        Because because,
        @Nullable String question,
        @Nullable String href,
        Instant at,
        String actor) {

    /** What kind of line it is. */
    public enum Kind {
        DID,
        PROPOSED,
        ASKED,
        FAILED,
        SETTLED;

        /** As JSON and the database write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
