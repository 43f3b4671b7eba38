package org.circlekeeper.movein;

import java.util.Collection;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.scheduling.SessionId;

/** Asked before an import is taken back by whoever builds on its sessions. */
public interface UndoCheck {

    /** Why these sessions cannot be taken back, in a sentence; empty when they can. */
    Optional<String> objection(Collection<SessionId> sessions);

    /** Lets go of what was built on them. */
    void letGo(Collection<SessionId> sessions, Actor actor);
}
