package org.circlekeeper.roster;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a membership stands on a day. Nobody sets it: it follows from the membership's days, its holds and how it ends,
 * so a date that is changed changes every day after it. The arrows say what may follow what.
 */
public enum MembershipStatus {
    /** The seat is theirs and the first day is still to come. */
    PENDING("begins later"),
    ACTIVE("active"),
    /** They pause: the seat stays theirs and nobody expects them. */
    ON_HOLD("on hold"),
    /** They sit here until they go on in another group. */
    TRANSITIONING("going to another group"),
    /** They sit here until they are done. */
    GRADUATING("graduating"),
    ENDED("ended");

    private final String onScreen;

    MembershipStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    public Set<MembershipStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(ACTIVE, ON_HOLD, TRANSITIONING, GRADUATING, ENDED);
            case ACTIVE -> EnumSet.of(ON_HOLD, TRANSITIONING, GRADUATING, ENDED);
            case ON_HOLD -> EnumSet.of(ACTIVE, TRANSITIONING, GRADUATING, ENDED);
            case TRANSITIONING -> EnumSet.of(ACTIVE, ON_HOLD, ENDED);
            case GRADUATING -> EnumSet.of(ACTIVE, ON_HOLD, TRANSITIONING, ENDED);
            case ENDED -> EnumSet.noneOf(MembershipStatus.class);
        };
    }
}
