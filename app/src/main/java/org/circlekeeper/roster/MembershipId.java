package org.circlekeeper.roster;

import java.util.UUID;

/** One episode of membership in a group. */
public record MembershipId(UUID value) {

    public static MembershipId of(String text) {
        return new MembershipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
