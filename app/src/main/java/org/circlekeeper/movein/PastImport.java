package org.circlekeeper.movein;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the list of imports shows it.
 *
 * @param undoable false when it also changed what was here, which cannot be taken back
 */
public record PastImport(
        UUID id,
        Instant at,
        String actor,
        String source,
        int imported,
        int accepted,
        int refused,
        boolean undoable,
        @Nullable Instant undoneAt) {}
