package org.circlekeeper.messaging;

import java.util.UUID;

/** A message to a member. */
public record MessageId(UUID value) {

    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
