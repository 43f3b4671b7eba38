package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Placing a pool, beside a flow library and beside every placing there is. */
class PlacementTest {

    @Test
    void whoever_fits_best_does_not_take_the_only_seat_of_another() {
        int[][] value = {{10, 9}, {10, 0}};
        assertThat(Placement.optimum(value, new int[] {1, 1})).containsExactly(1, 0);
    }

    @Test
    void nobody_sits_where_they_may_not_and_no_group_holds_more_than_its_seats() {
        var pool = Pool.of(5, 60, 10);
        var group = Placement.optimum(pool.value, pool.capacity);
        for (int person = 0; person < group.length; person++) {
            assertThat(group[person] == Placement.NOWHERE || pool.value[person][group[person]] > 0)
                    .isTrue();
        }
        for (int one = 0; one < pool.capacity.length; one++) {
            int at = one;
            assertThat(Arrays.stream(group).filter(g -> g == at).count()).isLessThanOrEqualTo(pool.capacity[one]);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 1000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_sum_is_that_of_a_flow_library(int seed) {
        var random = new SplittableRandom(seed);
        var pool = Pool.of(seed, random.nextInt(1, 40), random.nextInt(1, 9));
        assertThat(Placement.total(pool.value, Placement.optimum(pool.value, pool.capacity)))
                .isEqualTo(pool.byFlow());
    }

    static IntStream fewSeeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void with_pairs_kept_apart_no_placing_is_better(int seed) {
        var random = new SplittableRandom(seed);
        var pool = Pool.of(seed, 6, 3);
        var pairs = List.of(
                new Placement.Pair(0, 1), new Placement.Pair(2, 3), new Placement.Pair(1, 2 + random.nextInt(4)));
        var placed = Placement.apart(pool.value, pool.capacity, pairs, () -> false);

        assertThat(placed.gap()).isZero();
        assertThat(placed.total()).isEqualTo(pool.bestOfAll(pairs));
        assertThat(pool.isParted(placed.group(), pairs)).isTrue();
    }

    @Test
    void where_pairs_are_too_many_the_best_that_was_found_says_what_it_may_lack() {
        var pool = Pool.crowded(24);
        var pairs = everyPairOf(24);
        var placed = Placement.apart(pool.value, pool.capacity, pairs, () -> false);
        assertThat(pool.isParted(placed.group(), pairs)).isTrue();
        assertThat(placed.total()).isPositive();
        assertThat(placed.gap()).isPositive();
    }

    @Test
    void when_the_time_is_over_nothing_more_is_tried_and_the_gap_is_true() {
        var pool = Pool.crowded(6);
        var pairs = everyPairOf(6);
        for (int allowed = 0; allowed < 12; allowed++) {
            var asked = new AtomicInteger();
            int most = allowed;
            var placed = Placement.apart(pool.value, pool.capacity, pairs, () -> asked.incrementAndGet() > most);

            assertThat(asked.get()).as("asked before each branching").isEqualTo(allowed + 1);
            assertThat(placed.gap()).isPositive();
            assertThat(pool.isParted(placed.group(), pairs)).isTrue();
            assertThat(placed.total()).isEqualTo(Placement.total(pool.value, placed.group()));
            assertThat(placed.bound()).isGreaterThanOrEqualTo(pool.bestOfAll(pairs));
        }
    }

    private static List<Placement.Pair> everyPairOf(int people) {
        var pairs = new ArrayList<Placement.Pair>();
        for (int one = 0; one < people; one++) {
            for (int other = one + 1; other < people; other++) {
                pairs.add(new Placement.Pair(one, other));
            }
        }
        return pairs;
    }

    @Test
    void the_same_pool_gives_the_same_placing() {
        var pool = Pool.of(42, 300, 30);
        assertThat(Placement.optimum(pool.value, pool.capacity))
                .isEqualTo(Placement.optimum(pool.value, pool.capacity));
    }

    /** People who may join about a sixth of the groups, each worth 1,000 and what speaks for it. */
    private record Pool(int[][] value, int[] capacity) {

        static Pool of(int seed, int people, int groups) {
            var random = new SplittableRandom(seed);
            var value = new int[people][groups];
            for (var row : value) {
                for (int group = 0; group < groups; group++) {
                    row[group] = random.nextInt(3) == 0 ? 1000 + random.nextInt(151) : 0;
                }
            }
            return new Pool(
                    value,
                    IntStream.range(0, groups).map(_ -> random.nextInt(4)).toArray());
        }

        static Pool crowded(int people) {
            var random = new SplittableRandom(7);
            var value = new int[people][2];
            for (var row : value) {
                Arrays.setAll(row, _ -> 1000 + random.nextInt(100));
            }
            return new Pool(value, new int[] {12, 12});
        }

        boolean isParted(int[] group, List<Placement.Pair> pairs) {
            return pairs.stream()
                    .noneMatch(
                            pair -> group[pair.one()] != Placement.NOWHERE && group[pair.one()] == group[pair.other()]);
        }

        /** Every placing tried. */
        long bestOfAll(List<Placement.Pair> pairs) {
            return bestFrom(0, new int[value.length], capacity.clone(), pairs);
        }

        private long bestFrom(int person, int[] group, int[] free, List<Placement.Pair> pairs) {
            if (person == value.length) {
                return isParted(group, pairs) ? Placement.total(value, group) : -1;
            }
            group[person] = Placement.NOWHERE;
            long best = bestFrom(person + 1, group, free, pairs);
            for (int at = 0; at < free.length; at++) {
                if (value[person][at] > 0 && free[at] > 0) {
                    group[person] = at;
                    free[at]--;
                    best = Math.max(best, bestFrom(person + 1, group, free, pairs));
                    free[at]++;
                }
            }
            return best;
        }

        long byFlow() {
            var graph = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            var most = new HashMap<DefaultWeightedEdge, Integer>();
            int people = value.length;
            int source = people + capacity.length;
            int sink = source + 1;
            IntStream.rangeClosed(0, sink).forEach(graph::addVertex);
            for (int person = 0; person < people; person++) {
                edge(graph, most, source, person, 1, 0);
                edge(graph, most, person, sink, 1, 2000);
                for (int group = 0; group < capacity.length; group++) {
                    if (value[person][group] > 0) {
                        edge(graph, most, person, people + group, 1, 2000 - value[person][group]);
                    }
                }
            }
            for (int group = 0; group < capacity.length; group++) {
                edge(graph, most, people + group, sink, capacity[group], 0);
            }
            var problem = new MinimumCostFlowProblemImpl<Integer, DefaultWeightedEdge>(
                    graph, node -> node == source ? people : node == sink ? -people : 0, most::get, _ -> 0);
            return 2000L * people
                    - Math.round(new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                            .getMinimumCostFlow(problem)
                            .getCost());
        }

        private static void edge(
                SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph,
                HashMap<DefaultWeightedEdge, Integer> most,
                int from,
                int to,
                int capacity,
                double cost) {
            var edge = graph.addEdge(from, to);
            graph.setEdgeWeight(edge, cost);
            most.put(edge, capacity);
        }
    }
}
