package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;

/**
 * A proposal for everybody who waits at once: who would have which seat, and why the others have none. Who stands how
 * high is {@link Standing}'s to say; where they sit is {@link Placement}'s. Nothing of it happens before a person
 * offers. Pure.
 *
 * @param total what it is worth, in days of waiting
 * @param gap how much more another proposal could be worth at the most; 0 when there is none better
 */
public record PoolProposal(List<Given> given, List<Left> left, long total, long gap) {

    public PoolProposal {
        given = List.copyOf(given);
        left = List.copyOf(left);
    }

    /** A seat for somebody, with the reasons. */
    public record Given(Entry entry, Group group, LocalDate from, List<String> reasons) {}

    /** Somebody who waits on, and why. */
    public record Left(Entry entry, String why) {}

    public static PoolProposal of(Pool pool) {
        var waiting = pool.candidates().stream()
                .filter(candidate -> candidate.entry().status() == WaitStatus.WAITING)
                .toList();
        var groups = seatsByGroup(pool);
        var value = new int[waiting.size()][groups.size()];
        for (int person = 0; person < waiting.size(); person++) {
            for (int group = 0; group < groups.size(); group++) {
                value[person][group] =
                        value(pool, waiting.get(person), groups.get(group).getFirst());
            }
        }
        int[] capacity = groups.stream().mapToInt(List::size).toArray();
        if (waiting.isEmpty() || groups.isEmpty()) {
            return new PoolProposal(List.of(), List.of(), 0, 0);
        }
        return read(pool, waiting, groups, value, Placement.apart(value, capacity, pairs(waiting)));
    }

    /** The free seats of each group, soonest first. */
    private static List<List<Place>> seatsByGroup(Pool pool) {
        var seats = new LinkedHashMap<GroupId, List<Place>>();
        pool.places()
                .forEach(place -> seats.computeIfAbsent(place.group().id(), _ -> new ArrayList<>())
                        .add(place));
        return List.copyOf(seats.values());
    }

    /** What seating them there is worth; nothing when it may not be offered to them. */
    private static int value(Pool pool, Candidate candidate, Place place) {
        if (!candidate.entry().type().equals(place.group().type())) {
            return 0;
        }
        var ranked = pool.ranked(candidate, place);
        return ranked.mayBeOffered() ? ranked.standing().points() : 0;
    }

    /** Those who wait and are not to sit beside each other. */
    private static List<Placement.Pair> pairs(List<Candidate> waiting) {
        var pairs = new ArrayList<Placement.Pair>();
        for (int one = 0; one < waiting.size(); one++) {
            if (waiting.get(one).apart().isEmpty()) {
                continue;
            }
            for (int other = one + 1; other < waiting.size(); other++) {
                if (isApart(waiting.get(one), waiting.get(other))) {
                    pairs.add(new Placement.Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private static boolean isApart(Candidate one, Candidate other) {
        var patient = other.entry().patient();
        return patient != null
                && one.apart().stream()
                        .anyMatch(pair ->
                                pair.one().equals(patient) || pair.other().equals(patient));
    }

    private static PoolProposal read(
            Pool pool, List<Candidate> waiting, List<List<Place>> groups, int[][] value, Placement.Placed placed) {
        var given = new ArrayList<Given>();
        var left = new ArrayList<Left>();
        var used = new int[groups.size()];
        for (int person = 0; person < waiting.size(); person++) {
            var candidate = waiting.get(person);
            int group = placed.group()[person];
            if (group == Placement.NOWHERE) {
                left.add(new Left(candidate.entry(), whyNot(value[person])));
            } else {
                var place = groups.get(group).get(used[group]++);
                var ranked = pool.ranked(candidate, place);
                given.add(new Given(
                        candidate.entry(),
                        place.group(),
                        place.from(),
                        ranked.standing().reasons(ranked.comes())));
            }
        }
        return new PoolProposal(given, left, placed.total(), placed.gap());
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
