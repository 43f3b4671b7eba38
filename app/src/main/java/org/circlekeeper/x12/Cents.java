package org.circlekeeper.x12;

/** Sums of amounts that strangers wrote: however large they are, a file is read to its end. */
final class Cents {

    private Cents() {}

    /** The sum, or the largest or smallest number there is when it is beyond that. */
    static long plus(long sum, long amount) {
        long added = sum + amount;
        boolean beyond = ((sum ^ added) & (amount ^ added)) < 0;
        if (!beyond) {
            return added;
        }
        return sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    static long minus(long from, long amount) {
        return plus(from, amount == Long.MIN_VALUE ? Long.MAX_VALUE : -amount);
    }
}
