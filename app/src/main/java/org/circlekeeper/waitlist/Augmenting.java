package org.circlekeeper.waitlist;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Seats one person after the other along the best chain of moves: into a free seat, into a seat whose holder moves on
 * to another group, or into one whose holder is left without. What is placed is the best for those seen so far at every
 * step (successive shortest paths of a minimum-cost flow); only groups are looked at, because of a group's members only
 * the one who moves most cheaply to each other group matters.
 */
final class Augmenting {

    static final int NO_MOVE = Integer.MAX_VALUE;
    static final int START = -1;

    private final int[][] value;
    private final int[] capacity;
    private final int[] placed;
    private final List<TreeSet<Integer>> members;
    private final int groups;
    /** What moving somebody from one group to another costs, the last column being nowhere; and whom. */
    private final int[][] cost;

    private final int[][] mover;

    Augmenting(int[][] value, int[] capacity) {
        this.value = value;
        this.capacity = capacity;
        this.groups = capacity.length;
        this.placed = new int[value.length];
        this.members =
                Arrays.stream(capacity).mapToObj(_ -> new TreeSet<Integer>()).toList();
        this.cost = new int[groups][groups + 1];
        this.mover = new int[groups][groups + 1];
        Arrays.fill(placed, Placement.NOWHERE);
        for (int group = 0; group < groups; group++) {
            Arrays.fill(cost[group], NO_MOVE);
        }
    }

    int[] placeAll() {
        for (int person = 0; person < value.length; person++) {
            place(person);
        }
        return placed;
    }

    private void place(int person) {
        var path = new CheapestWays(groups);
        for (int group = 0; group < groups; group++) {
            if (value[person][group] > 0 && capacity[group] > 0) {
                path.begin(group, -value[person][group]);
            }
        }
        path.spread(cost);
        int end = groups;
        for (int group = 0; group < groups; group++) {
            boolean hasSeat = members.get(group).size() < capacity[group];
            end = hasSeat && path.length[group] < path.length[end] ? group : end;
        }
        if (path.length[end] < 0) {
            move(person, end, path);
        }
    }

    /** Moves everybody along the path, from its end to its beginning, and the new person into its first group. */
    private void move(int person, int end, CheapestWays path) {
        var touched = new TreeSet<Integer>();
        int to = end;
        while (path.before[to] != START) {
            int from = path.before[to];
            int moved = mover[from][to];
            members.get(from).remove(moved);
            sit(moved, to, touched);
            touched.add(from);
            to = from;
        }
        sit(person, to, touched);
        touched.forEach(this::price);
    }

    private void sit(int person, int group, TreeSet<Integer> touched) {
        placed[person] = group == groups ? Placement.NOWHERE : group;
        if (group < groups) {
            members.get(group).add(person);
            touched.add(group);
        }
    }

    /** Finds anew who moves most cheaply from a group to each other. */
    private void price(int group) {
        Arrays.fill(cost[group], NO_MOVE);
        for (int person : members.get(group)) {
            int here = value[person][group];
            for (int other = 0; other < groups; other++) {
                int there = value[person][other];
                if (other != group && there > 0 && capacity[other] > 0) {
                    offer(group, other, here - there, person);
                }
            }
            offer(group, groups, here, person);
        }
    }

    private void offer(int group, int other, int price, int person) {
        if (price < cost[group][other]) {
            cost[group][other] = price;
            mover[group][other] = person;
        }
    }
}
