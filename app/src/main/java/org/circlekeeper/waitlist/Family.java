package org.circlekeeper.waitlist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes with somebody that waits.
 *
 * @param head the entry they come with, null for whoever comes alone or is come with
 * @param with those who come with them, as candidates of their own
 */
public record Family(@Nullable EntryId head, List<Candidate> with) {

    /** Somebody who comes alone. */
    public static final Family NONE = new Family(null, List.of());

    public Family {
        with = List.copyOf(with);
    }
}
