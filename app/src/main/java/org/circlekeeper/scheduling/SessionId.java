package org.circlekeeper.scheduling;

import java.util.UUID;

/** A therapy session. (Signing in is something else: a sign-in.) */
public record SessionId(UUID value) {

    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
