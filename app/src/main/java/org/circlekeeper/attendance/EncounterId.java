package org.circlekeeper.attendance;

import java.util.UUID;

/** A member's seat in one session. */
public record EncounterId(UUID value) {

    public static EncounterId of(String text) {
        return new EncounterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
