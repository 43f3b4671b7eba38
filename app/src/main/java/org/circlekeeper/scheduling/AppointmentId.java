package org.circlekeeper.scheduling;

import java.util.UUID;

/** An individual appointment. */
public record AppointmentId(UUID value) {

    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
