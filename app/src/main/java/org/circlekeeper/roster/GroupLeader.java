package org.circlekeeper.roster;

import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;

/** Somebody who leads a group beside its leader, learns there or supervises, and on which days. */
public record GroupLeader(UUID id, GroupId group, PractitionerId practitioner, Part part, DateRange days) {

    /** What they do there. */
    public enum Part {
        /** Leads with the leader: payers that look at the number of leaders count them. */
        CO_LEADING("co-leads"),
        TRAINEE("learns"),
        SUPERVISOR("supervises");

        private final String onScreen;

        Part(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }
}
