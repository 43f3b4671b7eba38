package org.circlekeeper.scheduling;

import java.util.UUID;

/** A secret address of a calendar. */
public record FeedId(UUID value) {

    public static FeedId of(String text) {
        return new FeedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
