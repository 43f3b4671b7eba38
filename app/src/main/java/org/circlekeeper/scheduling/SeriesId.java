package org.circlekeeper.scheduling;

import java.util.UUID;

/** A weekly series. */
public record SeriesId(UUID value) {

    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
