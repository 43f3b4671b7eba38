package org.circlekeeper.calls;

import java.util.UUID;

/** A call that somebody is to make. */
public record CallId(UUID value) {

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
