package org.circlekeeper.waitlist;

import java.util.Arrays;

/** The shortest ways from a new person over groups; the last place is nowhere. */
final class CheapestWays {

    private static final long FAR = Long.MAX_VALUE / 4;

    final long[] length;
    final int[] before;
    private final int[] queue;
    private final boolean[] isQueued;
    private int head;
    private int waiting;

    CheapestWays(int groups) {
        length = new long[groups + 1];
        before = new int[groups + 1];
        queue = new int[groups];
        isQueued = new boolean[groups];
        Arrays.fill(length, FAR);
        Arrays.fill(before, Augmenting.START);
        length[groups] = 0;
    }

    void begin(int group, long cost) {
        length[group] = cost;
        wait(group);
    }

    private void wait(int group) {
        if (!isQueued[group]) {
            isQueued[group] = true;
            queue[(head + waiting++) % queue.length] = group;
        }
    }

    /** Bellman and Ford's way, with a queue: costs may be negative, no circle of moves is. */
    void spread(int[][] cost) {
        while (waiting > 0) {
            int from = queue[head];
            head = (head + 1) % queue.length;
            waiting--;
            isQueued[from] = false;
            for (int to = 0; to < length.length; to++) {
                if (cost[from][to] != Augmenting.NO_MOVE && length[from] + cost[from][to] < length[to]) {
                    length[to] = length[from] + cost[from][to];
                    before[to] = from;
                    if (to < queue.length) {
                        wait(to);
                    }
                }
            }
        }
    }
}
