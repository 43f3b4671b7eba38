package org.circlekeeper.intake;

import java.util.UUID;

/** What one member was given to fill in or sign for one seat. */
public record PacketId(UUID value) {

    public static PacketId of(String text) {
        return new PacketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
