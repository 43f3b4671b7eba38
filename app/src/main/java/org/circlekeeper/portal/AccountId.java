package org.circlekeeper.portal;

import java.util.UUID;

/** Somebody who may sign in to the members' own pages. */
public record AccountId(UUID value) {

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
