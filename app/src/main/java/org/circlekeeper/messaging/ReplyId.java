package org.circlekeeper.messaging;

import java.util.UUID;

/** Something that a member wrote. */
public record ReplyId(UUID value) {

    public static ReplyId of(String text) {
        return new ReplyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
