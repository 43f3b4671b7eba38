package org.circlekeeper.calls;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;

/** Asked of the features above: which of these calls are those of somebody who does not see the whole practice. */
public interface CallScope {

    List<Call> own(SignedIn who, List<Call> calls);

    /** Which of these entries of the waitlist are theirs: what was said about any other is not. */
    Set<UUID> ownEntries(SignedIn who, Set<UUID> entries);
}
