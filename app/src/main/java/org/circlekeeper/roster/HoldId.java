package org.circlekeeper.roster;

import java.util.UUID;

/** A pause of a membership. */
public record HoldId(UUID value) {

    public static HoldId of(String text) {
        return new HoldId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
