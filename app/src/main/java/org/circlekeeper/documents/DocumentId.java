package org.circlekeeper.documents;

import java.util.UUID;

/** A document. It is drawn by lot: neither its name nor its age can be guessed from it. */
public record DocumentId(UUID value) {

    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    static DocumentId any() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
