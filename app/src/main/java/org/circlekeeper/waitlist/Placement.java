package org.circlekeeper.waitlist;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Places a whole pool of waiting people into the free seats of groups so that the sum of values is the greatest there
 * is. Pure: the same pool gives the same placing.
 *
 * <p>A pool is {@code value[person][group]}, at least 1 where the person may sit in the group and 0 where not, and
 * {@code capacity[group]}, the free seats. A placing is a group for each person, or {@link #NOWHERE}.
 */
public final class Placement {

    /** Where somebody sits who has no seat. */
    public static final int NOWHERE = -1;

    /** After so many branchings, if time is not over before, the best placing found is given with what it may lack. */
    private static final int MOST_BRANCHES = 400;

    private Placement() {}

    /** Two people, by their place in the pool, who are not to sit in one group. */
    public record Pair(int one, int other) {}

    /**
     * A placing.
     *
     * @param group the group of each person, or {@link #NOWHERE}
     * @param total the sum of values
     * @param bound what no placing can be better than: equal to the total when this one is the best there is
     */
    public record Placed(int[] group, long total, long bound) {

        /** How much better another placing could be at the most; 0 when there is none better. */
        public long gap() {
            return bound - total;
        }
    }

    /** The best placing when everybody may sit beside everybody. */
    public static int[] optimum(int[][] value, int[] capacity) {
        return new Augmenting(value, capacity).placeAll();
    }

    public static long total(int[][] value, int[] group) {
        long sum = 0;
        for (int person = 0; person < group.length; person++) {
            sum += group[person] == NOWHERE ? 0 : value[person][group[person]];
        }
        return sum;
    }

    /**
     * The best placing in which no pair sits together. Where the best without pairs puts two together, one of the two
     * is kept out of that group, then the other, and the better branch goes on first.
     *
     * @param isOver whether the time for it is over; asked before each branching, which costs two best placings
     */
    public static Placed apart(int[][] value, int[] capacity, List<Pair> pairs, BooleanSupplier isOver) {
        var open = new PriorityQueue<>(Comparator.comparingLong(Branch::total).reversed());
        var first = Branch.of(value, capacity);
        var best = first.parted(pairs);
        open.add(first);
        for (int branches = 0; open.element().total() > best.total(); branches++) {
            if (branches == MOST_BRANCHES || isOver.getAsBoolean()) {
                return best.placed(open.element().total());
            }
            var next = open.remove();
            var parted = next.parted(pairs);
            best = parted.total() > best.total() ? parted : best;
            var together = together(next.group(), pairs);
            if (together == null) {
                return best.placed(best.total());
            }
            int group = next.group()[together.one()];
            open.add(next.without(together.one(), group, capacity));
            open.add(next.without(together.other(), group, capacity));
        }
        return best.placed(best.total());
    }

    private static @Nullable Pair together(int[] group, List<Pair> pairs) {
        for (var pair : pairs) {
            if (group[pair.one()] != NOWHERE && group[pair.one()] == group[pair.other()]) {
                return pair;
            }
        }
        return null;
    }

    /** The best placing of a pool from which some seats are barred for some people. */
    private record Branch(int[][] value, int[] group, long total) {

        static Branch of(int[][] value, int[] capacity) {
            var group = optimum(value, capacity);
            return new Branch(value, group, Placement.total(value, group));
        }

        Branch without(int person, int group, int[] capacity) {
            var barred = value.clone();
            barred[person] = value[person].clone();
            barred[person][group] = 0;
            return of(barred, capacity);
        }

        /** The same with one of each pair that sits together sent away: a placing that holds, if not the best. */
        Branch parted(List<Pair> pairs) {
            var left = group.clone();
            for (var pair = together(left, pairs); pair != null; pair = together(left, pairs)) {
                int at = left[pair.one()];
                boolean keepsOne = value[pair.one()][at] >= value[pair.other()][at];
                left[keepsOne ? pair.other() : pair.one()] = NOWHERE;
            }
            return new Branch(value, left, Placement.total(value, left));
        }

        Placed placed(long bound) {
            return new Placed(group, total, bound);
        }
    }
}
