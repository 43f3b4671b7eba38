package org.circlekeeper.signing;

import java.util.EnumSet;
import java.util.Set;

/** How a signed paper stands. */
public enum SignatureStatus {
    /** One of two guardians has signed. */
    WAITING_FOR_SECOND,
    SIGNED,
    /** One of two guardians has said no. The practice is asked; what the other signed is kept. */
    REFUSED_BY_ONE,
    /** It was taken back. What was delivered because of it stays delivered. */
    WITHDRAWN,
    /** Its time is over; nobody took it back. */
    LAPSED;

    public Set<SignatureStatus> next() {
        return switch (this) {
            case WAITING_FOR_SECOND -> EnumSet.of(SIGNED, REFUSED_BY_ONE, WITHDRAWN);
            case REFUSED_BY_ONE -> EnumSet.of(SIGNED, WAITING_FOR_SECOND, WITHDRAWN);
            case SIGNED -> EnumSet.of(WITHDRAWN, LAPSED);
            case WITHDRAWN, LAPSED -> EnumSet.noneOf(SignatureStatus.class);
        };
    }

    public String onScreen() {
        return switch (this) {
            case WAITING_FOR_SECOND -> "Waits for the second guardian";
            case SIGNED -> "Signed";
            case REFUSED_BY_ONE -> "One guardian said no";
            case WITHDRAWN -> "Withdrawn";
            case LAPSED -> "Ran out";
        };
    }
}
