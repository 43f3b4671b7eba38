package org.circlekeeper.operations;

import java.time.LocalTime;
import java.util.Set;

/** Decides what a round leaves for the evening, by the practice's own clock. Pure. */
public final class Evenings {

    /** The duty whose work leaves the house, and so waits until nobody corrects the day any more. */
    public static final String FILING = "file-claims";

    public static final LocalTime BEGINS = LocalTime.of(18, 0);
    private static final LocalTime ENDS = LocalTime.of(6, 0);

    private Evenings() {}

    /** What a round at this time does not do by itself. */
    public static Set<String> leftForLater(LocalTime local) {
        boolean evening = !local.isBefore(BEGINS) || local.isBefore(ENDS);
        return evening ? Set.of() : Set.of(FILING);
    }
}
