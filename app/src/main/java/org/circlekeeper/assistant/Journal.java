package org.circlekeeper.assistant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the assistant did, proposed and asked in the practice in scope. */
public interface Journal {

    /** Adds what was done. */
    JournalEntry did(String duty, Step<?> step, String actor);

    /** Adds a failure, unless the last entry of this situation says the same. Returns null when it does. */
    @Nullable
    JournalEntry failed(String duty, Step<?> step, String sentence);

    /** Adds a proposal or a question, unless it is open already. Returns null when it is. */
    @Nullable
    JournalEntry asked(String duty, Step<?> step);

    /**
     * Closes each open proposal and question of the duty whose situation is gone. Returns the keys of those still open.
     */
    Set<String> settleAllBut(String duty, Set<String> keys);

    /** The keys of the duty's proposals that wait for a person. */
    Set<String> proposed(String duty);

    /** Proposals and questions that wait for a person, oldest first. */
    List<JournalEntry> open();

    /** What was done since an instant, newest first, at most {@code limit}. */
    List<JournalEntry> doneSince(Instant since, int limit);

    /** Everything, newest first, at most {@code limit} entries before an instant. */
    List<JournalEntry> before(Instant before, int limit);
}
