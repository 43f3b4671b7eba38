package org.circlekeeper.claims;

import java.util.UUID;

/** A claim: one patient's visit as one payer is told of it. */
public record ClaimId(UUID value) {

    public static ClaimId of(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
