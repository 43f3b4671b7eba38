package org.circlekeeper.outbox;

import java.util.Arrays;
import java.util.UUID;

/**
 * Something that leaves the house.
 *
 * @param kind who carries it: {@code 837} for claims files
 * @param target where it goes, as its carrier understands it: a file name, an address
 * @param key what its sender knows it by; one letter for each
 */
public record Letter(UUID id, String kind, String target, String key, byte[] payload, String sha256) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Letter letter && letter.id.equals(id) && Arrays.equals(letter.payload, payload);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Never what it holds. */
    @Override
    public String toString() {
        return kind + " letter " + id;
    }
}
