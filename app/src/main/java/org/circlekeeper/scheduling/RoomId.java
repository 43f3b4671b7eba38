package org.circlekeeper.scheduling;

import java.util.UUID;

/** A room of the practice. */
public record RoomId(UUID value) {

    public static RoomId of(String text) {
        return new RoomId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
