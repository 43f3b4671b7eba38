package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * One episode of a patient's membership in a group, first and last day included. Coming back is a new episode.
 *
 * @param ending why it ends on its last day; null while that is open, or was never said
 * @param next the episode in another group that it passes into
 * @param holds the days on which they pause, none touching another
 */
public record Membership(
        MembershipId id,
        GroupId group,
        PatientId patient,
        DateRange days,
        @Nullable Ending ending,
        @Nullable MembershipId next,
        List<Hold> holds) {

    public Membership {
        holds = List.copyOf(holds);
    }

    /** An episode of which nothing is known but its days. */
    public Membership(MembershipId id, GroupId group, PatientId patient, DateRange days) {
        this(id, group, patient, days, null, null, List.of());
    }

    /** Days on which a member pauses. */
    public record Hold(HoldId id, LocalDate first, LocalDate last, String reason) {

        public boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** How it stands on a day. */
    public MembershipStatus statusOn(LocalDate day) {
        var last = days.last();
        if (last != null && last.isBefore(day)) {
            return MembershipStatus.ENDED;
        }
        if (days.first().isAfter(day)) {
            return MembershipStatus.PENDING;
        }
        if (isOnHold(day)) {
            return MembershipStatus.ON_HOLD;
        }
        return switch (ending) {
            case TRANSFERRED -> MembershipStatus.TRANSITIONING;
            case GRADUATED -> MembershipStatus.GRADUATING;
            case null, default -> MembershipStatus.ACTIVE;
        };
    }

    /** Whether the group expects them on that day. */
    public boolean isExpectedOn(LocalDate day) {
        return days.includes(day) && !isOnHold(day);
    }

    private boolean isOnHold(LocalDate day) {
        return holds.stream().anyMatch(hold -> hold.includes(day));
    }
}
