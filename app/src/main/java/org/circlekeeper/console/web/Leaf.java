package org.circlekeeper.console.web;

import java.time.Instant;
import java.util.List;
import org.circlekeeper.assistant.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of the journal. It never ends between two entries of the same moment, so that none is lost between leaves.
 *
 * @param older where the next leaf begins; null when this is the last
 */
record Leaf(List<JournalEntry> entries, @Nullable Instant older) {

    static Leaf of(List<JournalEntry> newestFirst, int limit) {
        if (newestFirst.size() < limit) {
            return new Leaf(newestFirst, null);
        }
        var last = newestFirst.getLast().at();
        var whole =
                newestFirst.stream().filter(entry -> entry.at().isAfter(last)).toList();
        return whole.isEmpty()
                ? new Leaf(newestFirst, last)
                : new Leaf(whole, whole.getLast().at());
    }
}
