package org.circlekeeper.x12;

import java.util.List;

/**
 * Keeps of what a level repeats each once, and no more than a person reads: what is said above many people is told of
 * each of them.
 */
public final class Few {

    private static final int MOST = 20;

    private Few() {}

    public static <T> void add(List<T> kept, T one) {
        add(kept, kept.size(), one);
    }

    /** Among the first so many, and behind them; true when it was kept. */
    public static <T> boolean add(List<T> kept, int first, T one) {
        boolean room = first < MOST && !kept.subList(0, first).contains(one);
        if (room) {
            kept.add(first, one);
        }
        return room;
    }
}
