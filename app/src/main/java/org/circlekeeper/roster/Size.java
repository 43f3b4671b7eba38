package org.circlekeeper.roster;

/** What is said when fewer are expected than a session needs to take place. It is told, and stops nothing. */
public final class Size {

    private Size() {}

    /** As in {@code Could fall through: 2 expected, 3 needed.} */
    public static String atRisk(long expected, int minimum) {
        return "Could fall through: " + expected + " expected, " + minimum + " needed.";
    }
}
