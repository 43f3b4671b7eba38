package org.circlekeeper.roster;

import java.util.UUID;

/** A seat that is offered and kept meanwhile. */
public record OfferId(UUID value) {

    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
