package org.circlekeeper.terms;

import java.util.UUID;

/** Somebody who may sign in; the same person in every practice served. Patients are not persons in this sense. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
