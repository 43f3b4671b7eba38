package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a group.
 *
 * @param serviceDate the practice's local day on which it begins: the date of service
 * @param reason why it is skipped or cancelled
 * @param imported whether it is a fact of the system before this one, which planning never touches
 */
public record Session(
        SessionId id,
        GroupId group,
        @Nullable SeriesId series,
        LocalDate serviceDate,
        Instant startsAt,
        Instant endsAt,
        PractitionerId leader,
        String placeOfService,
        Status status,
        @Nullable String reason,
        boolean imported) {

    /** Whether it takes place. */
    public enum Status {
        PLANNED,
        /** A holiday of the practice falls on it. */
        SKIPPED,
        CANCELLED
    }

    public boolean hasEnded(Instant now) {
        return !endsAt.isAfter(now);
    }
}
