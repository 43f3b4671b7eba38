package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a group.
 *
 * @param serviceDate the practice's local day on which it begins: the date of service
 * @param reason why it is skipped, cancelled or moved
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
        boolean imported,
        Arranged arranged) {

    /** Whether it takes place. Where it stands in time follows from the clock; whether it is closed, from its sheet. */
    public enum Status {
        PLANNED,
        /** Known beforehand: a holiday falls on it, or the group pauses. */
        SKIPPED,
        CANCELLED;

        public Set<Status> next() {
            return switch (this) {
                case PLANNED -> EnumSet.of(SKIPPED, CANCELLED);
                case SKIPPED -> EnumSet.of(PLANNED, CANCELLED);
                case CANCELLED -> EnumSet.of(PLANNED);
            };
        }
    }

    /**
     * How it is held.
     *
     * @param occurrence the local time of its series that it stands for, wherever it has moved to
     * @param substituteFor who would have led it, when somebody else does this once
     * @param makesUp the session in whose place it is held
     * @param byHand whether a person has decided about it: planning leaves it alone
     * @param revision how often it has changed
     * @param standIns which co-leaders are away this once, and who is there instead
     */
    public record Arranged(
            @Nullable LocalDateTime occurrence,
            @Nullable RoomId room,
            String link,
            @Nullable PractitionerId substituteFor,
            @Nullable SessionId makesUp,
            boolean byHand,
            int revision,
            List<StandIn> standIns) {

        static final Arranged PLAINLY = new Arranged(null, null, "", null, null, false, 0, List.of());

        public Arranged {
            standIns = List.copyOf(standIns);
        }

        static Arranged of(Series series, LocalDateTime occurrence) {
            return new Arranged(occurrence, series.room(), series.link(), null, null, false, 0, List.of());
        }

        Arranged decided() {
            return new Arranged(occurrence, room, link, substituteFor, makesUp, true, revision, standIns);
        }

        Arranged in(@Nullable RoomId other) {
            return new Arranged(occurrence, other, link, substituteFor, makesUp, byHand, revision, standIns);
        }

        Arranged online(String address) {
            return new Arranged(occurrence, null, address, substituteFor, makesUp, byHand, revision, standIns);
        }

        Arranged substituteFor(@Nullable PractitionerId away) {
            return new Arranged(occurrence, room, link, away, makesUp, byHand, revision, standIns);
        }

        Arranged inPlaceOf(SessionId missed) {
            return new Arranged(occurrence, room, link, substituteFor, missed, byHand, revision, standIns);
        }

        /** Somebody co-leads in the place of another; nobody when null; the other themselves again when it is they. */
        Arranged standIn(PractitionerId away, @Nullable PractitionerId instead) {
            var others = new ArrayList<>(standIns);
            others.removeIf(one -> one.away().equals(away));
            if (!away.equals(instead)) {
                others.add(new StandIn(away, instead));
            }
            return new Arranged(occurrence, room, link, substituteFor, makesUp, byHand, revision, others);
        }
    }

    /** One of no series, in no room. */
    public Session(
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
        this(
                id,
                group,
                series,
                serviceDate,
                startsAt,
                endsAt,
                leader,
                placeOfService,
                status,
                reason,
                imported,
                Arranged.PLAINLY);
    }

    public boolean hasEnded(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Whether it is held while the other one is, from its first to its last moment. */
    boolean isWithin(Session other) {
        return !startsAt.isBefore(other.startsAt) && !endsAt.isAfter(other.endsAt);
    }

    public boolean hasBegun(Instant now) {
        return !startsAt.isAfter(now);
    }

    public @Nullable RoomId room() {
        return arranged.room();
    }

    public String link() {
        return arranged.link();
    }

    Session standing(Status other, @Nullable String why) {
        return new Session(
                id,
                group,
                series,
                serviceDate,
                startsAt,
                endsAt,
                leader,
                placeOfService,
                other,
                why,
                imported,
                arranged);
    }

    Session at(LocalDate day, Instant from, Instant to) {
        return new Session(
                id, group, series, day, from, to, leader, placeOfService, status, reason, imported, arranged);
    }

    Session ledBy(PractitionerId other) {
        return new Session(
                id,
                group,
                series,
                serviceDate,
                startsAt,
                endsAt,
                other,
                placeOfService,
                status,
                reason,
                imported,
                arranged);
    }

    Session heldAt(String place) {
        return new Session(
                id, group, series, serviceDate, startsAt, endsAt, leader, place, status, reason, imported, arranged);
    }

    Session arranged(Arranged other) {
        return new Session(
                id,
                group,
                series,
                serviceDate,
                startsAt,
                endsAt,
                leader,
                placeOfService,
                status,
                reason,
                imported,
                other);
    }
}
