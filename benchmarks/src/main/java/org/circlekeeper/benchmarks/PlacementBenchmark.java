package org.circlekeeper.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.circlekeeper.waitlist.Placement;

/** Placing a pool at the greatest sum, beside a native solver of minimum-cost flows that is given the same pool. */
public final class PlacementBenchmark {

    private static final int TYPES = 6;
    private static final int SLOTS = 5;
    private static final int WARMING = 20;
    private static final int ROUNDS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final double MILLISECOND = 1e6;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private PlacementBenchmark() {}

    /** People who may join about a sixth of the groups: the type must match, and they must be free then. */
    private record Pool(int[][] value, int[] capacity) {

        static Pool of(int people, int groups, int seats) {
            var random = new SplittableRandom(42);
            var type = new int[groups];
            var slot = new int[groups];
            for (int group = 0; group < groups; group++) {
                type[group] = random.nextInt(TYPES);
                slot[group] = random.nextInt(SLOTS);
            }
            var value = new int[people][groups];
            for (int person = 0; person < people; person++) {
                int wants = random.nextInt(TYPES);
                int free = random.nextInt(1, 32);
                int waited = random.nextInt(51);
                for (int group = 0; group < groups; group++) {
                    if (type[group] == wants && (free >> slot[group] & 1) == 1) {
                        value[person][group] = 1000 + waited + random.nextInt(101);
                    }
                }
            }
            var capacity = new int[groups];
            Arrays.fill(capacity, seats);
            return new Pool(value, capacity);
        }
    }

    public static void main(String[] arguments) {
        Loader.loadNativeLibraries();
        boolean small = measure("60 people, 10 groups of 3 free seats", Pool.of(60, 10, 3));
        var large = Pool.of(2_000, 200, 8);
        boolean exact = measure("2,000 people, 200 groups of 8 free seats", large) && small;
        measureApart("the same with 300 pairs kept apart", large, 300);
        if (!exact) {
            OUT.println("A placing was not worth what the solver's is.");
            System.exit(1);
        }
    }

    /** False when the sum was not the solver's in some round. */
    private static boolean measure(String name, Pool pool) {
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        long best = 0;
        long sum = 0;
        boolean exact = true;
        for (int round = -WARMING; round < ROUNDS; round++) {
            long began = System.nanoTime();
            sum = Placement.total(pool.value, Placement.optimum(pool.value, pool.capacity));
            long between = System.nanoTime();
            best = solve(pool);
            long ended = System.nanoTime();
            exact &= sum == best;
            if (round >= 0) {
                ours.add((between - began) / MILLISECOND);
                theirs.add((ended - between) / MILLISECOND);
            }
        }
        OUT.printf(Locale.ROOT, "%s: sum %,d, the solver's %,d%n", name, sum, best);
        OUT.printf(
                Locale.ROOT,
                "  ms %s, the solver %s, ratio %s%n",
                said(ours),
                said(theirs),
                Measured.ratio(ours, theirs));
        return exact;
    }

    /** How long the placing takes that a page asks for, which gives up after two seconds, and what it may lack. */
    private static void measureApart(String name, Pool pool, int many) {
        var random = new SplittableRandom(7);
        var pairs = new ArrayList<Placement.Pair>();
        while (pairs.size() < many) {
            int one = random.nextInt(pool.value.length);
            int other = random.nextInt(pool.value.length);
            if (one != other) {
                pairs.add(new Placement.Pair(one, other));
            }
        }
        long began = System.nanoTime();
        var placed =
                Placement.apart(pool.value, pool.capacity, pairs, () -> System.nanoTime() - began > PATIENCE.toNanos());
        double took = (System.nanoTime() - began) / MILLISECOND;
        OUT.printf(Locale.ROOT, "%s: ms %.0f, sum %,d, gap %,d%n", name, took, placed.total(), placed.gap());
    }

    private static String said(List<Double> values) {
        return new Measured(values).toString();
    }

    private static long solve(Pool pool) {
        var flow = new MinCostFlow();
        int people = pool.value.length;
        int groups = pool.capacity.length;
        int source = people + groups;
        int sink = source + 1;
        for (int person = 0; person < people; person++) {
            flow.addArcWithCapacityAndUnitCost(source, person, 1, 0);
            flow.addArcWithCapacityAndUnitCost(person, sink, 1, 0);
            for (int group = 0; group < groups; group++) {
                if (pool.value[person][group] > 0) {
                    flow.addArcWithCapacityAndUnitCost(person, people + group, 1, -pool.value[person][group]);
                }
            }
        }
        for (int group = 0; group < groups; group++) {
            flow.addArcWithCapacityAndUnitCost(people + group, sink, pool.capacity[group], 0);
        }
        flow.setNodeSupply(source, people);
        flow.setNodeSupply(sink, -people);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("The solver found no best placing");
        }
        return -flow.getOptimalCost();
    }
}
