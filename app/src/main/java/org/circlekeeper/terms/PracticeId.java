package org.circlekeeper.terms;

import java.util.UUID;

/** A practice. Every row of its tables carries this first. */
public record PracticeId(UUID value) {

    public static PracticeId of(String text) {
        return new PracticeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
