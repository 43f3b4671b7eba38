package org.circlekeeper.claims;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.scheduling.SessionId;

/** The sessions and papers behind a number of visits: each there once, however many visits of theirs there are. */
record PaperShelf(Map<SessionId, Visit.Meeting> meetings, Map<UUID, Papers> papers) {

    PaperShelf {
        meetings = Map.copyOf(meetings);
        papers = Map.copyOf(papers);
    }

    Visit.Meeting meeting(SessionId session) {
        return Objects.requireNonNull(meetings.get(session), () -> "No session " + session);
    }

    Papers of(UUID patient) {
        return Objects.requireNonNull(papers.get(patient), () -> "No papers of patient " + patient);
    }
}
