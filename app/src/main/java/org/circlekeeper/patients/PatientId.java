package org.circlekeeper.patients;

import java.util.UUID;

/** A patient of a practice. */
public record PatientId(UUID value) {

    public static PatientId of(String text) {
        return new PatientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
