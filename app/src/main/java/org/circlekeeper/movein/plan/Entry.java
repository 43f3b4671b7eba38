package org.circlekeeper.movein.plan;

import java.time.Duration;
import java.util.List;
import org.circlekeeper.movein.Difference;
import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row beside what was imported of it before.
 *
 * @param key the same for the same thing, whatever the row's number
 * @param kept null when the row is new
 * @param slot of a booking or of attendance
 * @param length of the session it belongs to, as most of its rows have it; nothing for people
 * @param client of a booking or of attendance, and of a client's own row
 */
public record Entry(
        Row row,
        String key,
        @Nullable Kept kept,
        List<Difference> differences,
        @Nullable Slot slot,
        Duration length,
        String client) {

    public Entry {
        differences = List.copyOf(differences);
    }

    public boolean isFresh() {
        return kept == null;
    }
}
