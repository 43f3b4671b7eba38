package org.circlekeeper.scheduling;

import java.util.Collection;
import java.util.Map;

/** Asked of every feature above before a session is moved, cancelled or taken away: what was recorded of it stays. */
public interface ChangeCheck {

    /** Those that must stay as they are, each with what speaks against it and the remedy, as a sentence. */
    Map<SessionId, String> against(Collection<SessionId> sessions);

    /** Before a change is made: until its transaction ends, nobody records what would speak against it. */
    default void hold() {}
}
