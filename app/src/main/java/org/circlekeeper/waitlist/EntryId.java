package org.circlekeeper.waitlist;

import java.util.UUID;

/** Somebody's wish for a seat in one kind of group. */
public record EntryId(UUID value) {

    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
