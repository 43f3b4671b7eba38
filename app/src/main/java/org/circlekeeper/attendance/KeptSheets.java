package org.circlekeeper.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.circlekeeper.frame.Words;
import org.circlekeeper.scheduling.ChangeCheck;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.stereotype.Component;

/** Keeps a session where it is once somebody has written on its sheet. */
@Component
class KeptSheets implements ChangeCheck {

    private final EncounterStore store;

    KeptSheets(EncounterStore store) {
        this.store = store;
    }

    /** Whoever is writing on a sheet ends first, and is heard. */
    @Override
    public void hold() {
        store.holdAll();
    }

    @Override
    public Map<SessionId, String> against(Collection<SessionId> sessions) {
        var against = new HashMap<SessionId, String>();
        store.marked(sessions)
                .forEach((session, marks) -> against.put(
                        session,
                        marks == 0
                                ? "its sheet is closed. Correct the sheet instead."
                                : Words.count(marks, "member is", "members are")
                                        + " marked on its sheet. Take the marks back first."));
        return against;
    }
}
