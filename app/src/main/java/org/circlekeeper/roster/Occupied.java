package org.circlekeeper.roster;

/**
 * The chairs of a group that are taken on a day: by who is expected, by who pauses or begins later, by an offer. The
 * rest are open.
 */
public record Occupied(GroupId group, int filled, int half, int offered) {

    public static Occupied none(GroupId group) {
        return new Occupied(group, 0, 0, 0);
    }

    /** As in {@code 6 of 8 seats, 1 on hold or to come, 1 offered}. */
    public String words(int capacity) {
        return filled + " of " + capacity + " seats" + (half == 0 ? "" : ", " + half + " on hold or to come")
                + (offered == 0 ? "" : ", " + offered + " offered");
    }
}
