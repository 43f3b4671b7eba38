package org.circlekeeper.waitlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.circlekeeper.roster.GroupId;

/**
 * Makes the proposal for a pool: those who come together and need several chairs are placed first, who stands highest
 * before the rest, each family in one group; the others into what is left, at the exact optimum. What another way could
 * be worth at the most is told from a pool in which a family would need one chair. Pure.
 */
final class Proposing {

    private final Pool pool;
    private final BooleanSupplier isOver;
    private final List<Candidate> waiting;
    private final List<List<Place>> groups;

    /** So many chairs of each group are given already, the soonest first. */
    private final int[] used;

    private final Map<EntryId, PoolProposal.Given> given = new HashMap<>();
    private final Map<EntryId, String> whyNot = new HashMap<>();
    private final Map<Integer, List<Candidate>> families = new HashMap<>();
    private long total;

    Proposing(Pool pool, BooleanSupplier isOver) {
        this.pool = pool;
        this.isOver = isOver;
        this.waiting = pool.candidates().stream()
                .filter(candidate -> candidate.entry().status() == WaitStatus.WAITING)
                .filter(candidate -> candidate.family().head() == null)
                .toList();
        var seats = new LinkedHashMap<GroupId, List<Place>>();
        pool.places()
                .forEach(place -> seats.computeIfAbsent(place.group().id(), _ -> new ArrayList<>())
                        .add(place));
        this.groups = List.copyOf(seats.values());
        this.used = new int[groups.size()];
    }

    PoolProposal proposal() {
        if (waiting.isEmpty() || groups.isEmpty()) {
            return new PoolProposal(List.of(), List.of(), 0, 0);
        }
        var several = waiting.stream().filter(this::needsSeveral).toList();
        several.stream()
                .sorted(Comparator.comparing((Candidate one) -> -points(one))
                        .thenComparing(one -> one.entry().since())
                        .thenComparing(one -> one.entry().id().value()))
                .forEach(this::placeTogether);
        long gap = placeOthers(
                waiting.stream().filter(one -> !several.contains(one)).toList());
        return new PoolProposal(
                waiting.stream()
                        .flatMap(one -> Stream.ofNullable(given.get(one.entry().id())))
                        .toList(),
                waiting.stream()
                        .filter(one -> !given.containsKey(one.entry().id()))
                        .map(one -> new PoolProposal.Left(
                                one.entry(), whyNot.getOrDefault(one.entry().id(), "")))
                        .toList(),
                total,
                several.isEmpty() ? gap : Math.max(gap, bound() - total));
    }

    /** Whether they need more than one chair in some group of their kind. */
    private boolean needsSeveral(Candidate candidate) {
        return !candidate.family().with().isEmpty()
                && groups.stream()
                        .map(List::getFirst)
                        .filter(place -> isOfKind(candidate, place))
                        .anyMatch(place -> Together.chairs(candidate, place) > 1);
    }

    private static boolean isOfKind(Candidate candidate, Place place) {
        return candidate.entry().type().equals(place.group().type());
    }

    private int points(Candidate candidate) {
        return Standing.of(candidate, groups.getFirst().getFirst(), pool.today(), pool.zone())
                .points();
    }

    private void placeTogether(Candidate family) {
        int chairs = 1 + family.family().with().size();
        int best = Placement.NOWHERE;
        int worth = 0;
        for (int group = 0; group < groups.size(); group++) {
            int value = bringsTrouble(family, group) ? 0 : value(family, group, used[group] + chairs - 1);
            if (value > worth) {
                best = group;
                worth = value;
            }
        }
        if (best == Placement.NOWHERE) {
            whyNot.put(
                    family.entry().id(),
                    "They come together and need " + chairs
                            + " seats in one group: no group that suits them has so many.");
            return;
        }
        used[best] += chairs;
        total += (long) worth * chairs;
        families.computeIfAbsent(best, _ -> new ArrayList<>()).add(family);
        give(family, groups.get(best).get(used[best] - 1));
    }

    /** Whether somebody proposed for that group already is kept apart from one of them. */
    private boolean bringsTrouble(Candidate candidate, int group) {
        return families.getOrDefault(group, List.of()).stream().anyMatch(candidate::isKeptApartFrom);
    }

    /** What seating them there from the day of that chair is worth; nothing when it may not be offered to them. */
    private int value(Candidate candidate, int group, int chair) {
        var seats = groups.get(group);
        if (chair >= seats.size() || !isOfKind(candidate, seats.getFirst())) {
            return 0;
        }
        var ranked = pool.ranked(candidate, seats.get(chair));
        return ranked.mayBeOffered() ? ranked.standing().points() : 0;
    }

    /** Everybody who needs one chair, into those that are left. How much better another placing of them could be. */
    private long placeOthers(List<Candidate> others) {
        var value = new int[others.size()][groups.size()];
        for (int person = 0; person < others.size(); person++) {
            for (int group = 0; group < groups.size(); group++) {
                value[person][group] =
                        bringsTrouble(others.get(person), group) ? 0 : value(others.get(person), group, used[group]);
            }
        }
        var capacity = new int[groups.size()];
        for (int group = 0; group < capacity.length; group++) {
            capacity[group] = groups.get(group).size() - used[group];
        }
        if (others.isEmpty()) {
            return 0;
        }
        var placed = Placement.apart(value, capacity, pairs(others), isOver);
        total += placed.total();
        for (int person = 0; person < others.size(); person++) {
            int group = placed.group()[person];
            if (group == Placement.NOWHERE) {
                whyNot.put(others.get(person).entry().id(), whyNot(value[person]));
            } else {
                give(others.get(person), groups.get(group).get(used[group]++));
            }
        }
        return placed.gap();
    }

    private void give(Candidate candidate, Place place) {
        var ranked = pool.ranked(candidate, place);
        var reasons = new ArrayList<>(ranked.standing().reasons(ranked.comes()));
        int others = candidate.family().with().size();
        if (others > 0) {
            reasons.add(others == 1 ? "one more comes along" : others + " more come along");
        }
        given.put(
                candidate.entry().id(),
                new PoolProposal.Given(candidate.entry(), place.group(), place.from(), reasons));
    }

    /** What no proposal can be better than: as if each family needed one chair, and nobody were kept apart. */
    private long bound() {
        var value = new int[waiting.size()][groups.size()];
        for (int person = 0; person < waiting.size(); person++) {
            var candidate = waiting.get(person);
            for (int group = 0; group < groups.size(); group++) {
                int chairs = Together.chairs(candidate, groups.get(group).getFirst());
                value[person][group] = value(candidate, group, chairs - 1) * chairs;
            }
        }
        int[] capacity = groups.stream().mapToInt(List::size).toArray();
        return Placement.total(value, Placement.optimum(value, capacity));
    }

    /** Those who wait and are not to sit beside each other. */
    private static List<Placement.Pair> pairs(List<Candidate> waiting) {
        var pairs = new ArrayList<Placement.Pair>();
        for (int one = 0; one < waiting.size(); one++) {
            if (waiting.get(one).all().stream().allMatch(each -> each.apart().isEmpty())) {
                continue;
            }
            for (int other = one + 1; other < waiting.size(); other++) {
                if (waiting.get(one).isKeptApartFrom(waiting.get(other))) {
                    pairs.add(new Placement.Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private static String whyNot(int[] values) {
        for (int value : values) {
            if (value > 0) {
                return "Others come before them for the seats that would suit.";
            }
        }
        return "No free seat suits them. Their page says what speaks against each.";
    }
}
