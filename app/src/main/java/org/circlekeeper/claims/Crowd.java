package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.scheduling.SessionId;

/**
 * What is known of a visit only by looking at others: how many came to the session, and who was in an earlier one that
 * day.
 */
record Crowd(Map<SessionId, Integer> heads, Set<Later> later) {

    /** A member's visit that was not the first of its day. */
    record Later(UUID patient, SessionId session) {}

    /** The days to look at. */
    record Days(LocalDate first, LocalDate last) {}

    Crowd {
        heads = Map.copyOf(heads);
        later = Set.copyOf(later);
    }

    Visit around(Visit visit) {
        var session = visit.meeting().id();
        return visit.among(
                heads.getOrDefault(session, 0),
                later.contains(new Later(visit.member().id(), session)));
    }
}
