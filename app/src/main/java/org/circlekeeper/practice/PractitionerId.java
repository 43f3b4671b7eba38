package org.circlekeeper.practice;

import java.util.UUID;

/** A practitioner of a practice. */
public record PractitionerId(UUID value) {

    public static PractitionerId of(String text) {
        return new PractitionerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
