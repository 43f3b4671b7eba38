package org.circlekeeper.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.OfferId;

/** A seat that was or is kept for somebody until a moment. */
public record Offer(
        OfferId id,
        EntryId entry,
        GroupId group,
        LocalDate firstDay,
        Status status,
        String madeBy,
        Instant madeAt,
        Instant expiresAt) {

    /** What became of it. */
    public enum Status {
        OPEN("waits for an answer"),
        ACCEPTED("accepted"),
        TAKEN_UP("seated"),
        DECLINED("declined"),
        EXPIRED("not answered in time"),
        WITHDRAWN("taken back");

        private final String onScreen;

        Status(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        public boolean keepsSeat() {
            return this == OPEN || this == ACCEPTED;
        }
    }

    public boolean hasExpired(Instant now) {
        return status == Status.OPEN && !expiresAt.isAfter(now);
    }
}
