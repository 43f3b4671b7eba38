package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal for everybody who waits at once: who would have which seat, and why the others have none. Who stands how
 * high is {@link Standing}'s; where they sit is the optimum's. Nothing of it happens before a person offers. Pure.
 *
 * @param points what the proposal is worth, in days of waiting
 */
public record PoolProposal(List<Given> given, List<Left> left, int points) {

    public PoolProposal {
        given = List.copyOf(given);
        left = List.copyOf(left);
    }

    /** A seat for somebody, with the reasons. */
    public record Given(Entry entry, Group group, LocalDate from, List<String> reasons) {}

    /** Somebody who waits on, and why. */
    public record Left(Entry entry, String why) {}

    /** Seats people so that the values add up to the most. Gives a group for each person, or -1. */
    public interface Optimum {
        int[] of(int[][] value, int[] capacity);
    }

    public static PoolProposal of(Pool pool, Optimum optimum) {
        var seats = new LinkedHashMap<GroupId, List<Place>>();
        pool.places()
                .forEach(place -> seats.computeIfAbsent(place.group().id(), _ -> new ArrayList<>())
                        .add(place));
        var groups = List.copyOf(seats.values());
        var waiting = pool.candidates().stream()
                .filter(candidate -> candidate.entry().status() == WaitStatus.WAITING)
                .toList();
        var value = new int[waiting.size()][groups.size()];
        for (int person = 0; person < waiting.size(); person++) {
            for (int group = 0; group < groups.size(); group++) {
                value[person][group] =
                        value(pool, waiting.get(person), groups.get(group).getFirst());
            }
        }
        int[] capacity = groups.stream().mapToInt(List::size).toArray();
        return read(pool, waiting, groups, value, optimum.of(value, capacity));
    }

    /** What seating them there is worth; nothing when it may not be offered to them. */
    private static int value(Pool pool, Candidate candidate, Place place) {
        if (!candidate.entry().type().equals(place.group().type())) {
            return 0;
        }
        var ranked = pool.ranked(candidate, place);
        return ranked.mayBeOffered() ? ranked.standing().points() : 0;
    }

    private static PoolProposal read(
            Pool pool, List<Candidate> waiting, List<List<Place>> groups, int[][] value, int[] where) {
        var given = new ArrayList<Given>();
        var left = new ArrayList<Left>();
        var used = new int[groups.size()];
        var company = new LinkedHashMap<GroupId, List<PatientId>>();
        int points = 0;
        for (int person = 0; person < waiting.size(); person++) {
            var candidate = waiting.get(person);
            int group = where[person];
            if (group < 0) {
                left.add(new Left(candidate.entry(), whyNot(value[person])));
                continue;
            }
            var place = groups.get(group).get(used[group]);
            var beside = company.computeIfAbsent(place.group().id(), _ -> new ArrayList<>());
            if (isApart(candidate, beside)) {
                left.add(new Left(candidate.entry(), "Not beside somebody who is proposed for the same group."));
                continue;
            }
            used[group]++;
            points += value[person][group];
            beside.addAll(patient(candidate.entry()));
            var ranked = pool.ranked(candidate, place);
            given.add(new Given(
                    candidate.entry(),
                    place.group(),
                    place.from(),
                    ranked.standing().reasons(ranked.comes())));
        }
        return new PoolProposal(given, left, points);
    }

    private static String whyNot(int[] values) {
        for (int value : values) {
            if (value > 0) {
                return "Others who fit the same seats come before them.";
            }
        }
        return "No free seat suits them. Their page says what speaks against each.";
    }

    private static boolean isApart(Candidate candidate, List<PatientId> beside) {
        return candidate.apart().stream()
                .anyMatch(pair -> beside.contains(pair.one()) || beside.contains(pair.other()));
    }

    private static List<PatientId> patient(Entry entry) {
        @Nullable PatientId patient = entry.patient();
        return patient == null ? List.of() : List.of(patient);
    }
}
