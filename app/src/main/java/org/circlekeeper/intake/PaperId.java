package org.circlekeeper.intake;

import java.util.UUID;

/** One paper of one member. */
public record PaperId(UUID value) {

    public static PaperId of(String text) {
        return new PaperId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
