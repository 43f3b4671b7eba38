package org.circlekeeper.assistant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.circlekeeper.terms.PracticeId;

/** For whom and when a duty plans: one practice, its zone, this instant. */
public record Work(PracticeId practice, ZoneId zone, Instant now) {

    /** The practice's local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
