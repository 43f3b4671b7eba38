package org.circlekeeper.signing;

import java.util.UUID;

/** A signed paper: of one signer, or of two guardians who sign it together. */
public record SignatureId(UUID value) {

    public static SignatureId of(String text) {
        return new SignatureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
