package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes alone: to be screened, for an intake interview, for a single hour.
 *
 * @param code what it would be billed as; empty for what is not
 * @param patient who comes, when they are treated here
 * @param entry who comes, when they wait: an entry of the waitlist, which stands above and is not looked up here
 * @param label who comes or what for, as the calendar shows it to whoever may read it
 * @param day the practice's local day on which it begins
 * @param reason why it did not take place
 */
public record Appointment(
        AppointmentId id,
        Kind kind,
        String code,
        @Nullable PatientId patient,
        @Nullable UUID entry,
        String label,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        PractitionerId leader,
        @Nullable RoomId room,
        String link,
        String placeOfService,
        Status status,
        @Nullable String reason,
        int revision) {

    /** What it is for. */
    public enum Kind {
        /** A talk about whether a group fits. It is not billed. */
        SCREENING("Screening", ""),
        /** A psychiatric diagnostic evaluation. */
        INTAKE("Intake interview", "90791"),
        INDIVIDUAL("Individual session", "90834");

        private final String onScreen;
        private final String usualCode;

        Kind(String onScreen, String usualCode) {
            this.onScreen = onScreen;
            this.usualCode = usualCode;
        }

        public String onScreen() {
            return onScreen;
        }

        /** Whether somebody who waits for a group is screened by it. */
        public boolean screens() {
            return this != INDIVIDUAL;
        }

        /** What it is billed as when nobody says otherwise. */
        public String usualCode() {
            return usualCode;
        }
    }

    /** What became of it. */
    public enum Status {
        PLANNED("planned"),
        KEPT("took place"),
        MISSED("did not come"),
        CANCELLED("cancelled");

        private final String onScreen;

        Status(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        public Set<Status> next() {
            return switch (this) {
                case PLANNED -> EnumSet.of(KEPT, MISSED, CANCELLED);
                case KEPT -> EnumSet.of(MISSED);
                case MISSED -> EnumSet.of(KEPT);
                case CANCELLED -> EnumSet.of(PLANNED);
            };
        }
    }

    public String href() {
        return "/calendar/appointments/" + id;
    }

    public boolean hasBegun(Instant now) {
        return !startsAt.isAfter(now);
    }

    /** What may be said of it now: whether they came, or did not, once it has begun; that it takes place, before. */
    public Set<Status> mayBecome(Instant now) {
        boolean begun = hasBegun(now);
        return status.next().stream()
                .filter(to -> switch (to) {
                    case KEPT, MISSED -> begun;
                    case PLANNED -> !begun;
                    case CANCELLED -> true;
                })
                .collect(toCollection(() -> EnumSet.noneOf(Status.class)));
    }

    Appointment standing(Status other, @Nullable String why) {
        return with(day, startsAt, endsAt, leader, room, link, placeOfService, other, why);
    }

    Appointment at(LocalDate date, Instant from, Instant to) {
        return with(date, from, to, leader, room, link, placeOfService, status, reason);
    }

    Appointment heldBy(PractitionerId other) {
        return with(day, startsAt, endsAt, other, room, link, placeOfService, status, reason);
    }

    Appointment in(@Nullable RoomId other) {
        return with(day, startsAt, endsAt, leader, other, link, placeOfService, status, reason);
    }

    Appointment linked(String address, String place) {
        return with(day, startsAt, endsAt, leader, room, address, place, status, reason);
    }

    /** By telehealth, whoever comes being at home. */
    Appointment online(String address) {
        return in(null).linked(address, Edit.AT_HOME);
    }

    private Appointment with(
            LocalDate date,
            Instant from,
            Instant to,
            PractitionerId who,
            @Nullable RoomId where,
            String address,
            String place,
            Status stands,
            @Nullable String why) {
        return new Appointment(
                id, kind, code, patient, entry, label, date, from, to, who, where, address, place, stands, why,
                revision);
    }
}
