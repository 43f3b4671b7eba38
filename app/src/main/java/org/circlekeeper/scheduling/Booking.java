package org.circlekeeper.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A room or a leader is held for a time by a session or an appointment.
 *
 * @param resource the room, or the practitioner
 */
record Booking(Holder holder, UUID resource, Instant from, Instant to) {

    /** Whatever holds a room or a leader. */
    sealed interface Holder {
        UUID id();

        /** A group meets. */
        record OfSession(SessionId session) implements Holder {
            @Override
            public UUID id() {
                return session.value();
            }
        }

        /** Somebody comes alone. */
        record OfAppointment(AppointmentId appointment) implements Holder {
            @Override
            public UUID id() {
                return appointment.value();
            }
        }
    }

    boolean touches(Booking other) {
        return resource.equals(other.resource) && from.isBefore(other.to) && other.from.isBefore(to);
    }
}
