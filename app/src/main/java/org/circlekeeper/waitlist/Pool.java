package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who waits and every seat that is or becomes free, as they are at one moment. What it answers is decided
 * from that alone. Pure.
 *
 * @param candidates whoever's entry is not closed, the longest wait first
 * @param places the seats, one each, soonest first
 * @param groups each group as a place from today on, whether it has a seat or not
 */
public record Pool(
        List<Candidate> candidates, List<Place> places, Map<GroupId, Place> groups, Instant now, ZoneId zone) {

    public Pool {
        candidates = List.copyOf(candidates);
        places = List.copyOf(places);
        groups = Map.copyOf(groups);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public Optional<Candidate> of(EntryId entry) {
        return candidates.stream()
                .filter(candidate -> candidate.entry().id().equals(entry))
                .findFirst();
    }

    /**
     * Everybody who waits for a group of that kind, the best first: whoever may be offered the seat before the rest.
     */
    public List<Ranked> rankedFor(Place place) {
        return candidates.stream()
                .filter(candidate ->
                        candidate.entry().type().equals(place.group().type()))
                .filter(candidate -> candidate.entry().status() == WaitStatus.WAITING)
                .filter(candidate -> candidate.family().head() == null)
                .map(candidate -> ranked(candidate, place))
                .sorted(Comparator.comparing((Ranked one) -> !one.mayBeOffered())
                        .thenComparing(one -> -one.standing().points())
                        .thenComparing(one -> one.entry().since())
                        .thenComparing(one -> one.entry().id().value()))
                .toList();
    }

    /** The groups that one joins for a session at a time: open to whoever comes, and no seat is kept. By name. */
    public List<Place> dropIns() {
        return groups.values().stream()
                .filter(place -> place.joining() == Joining.DROP_IN)
                .filter(place -> !place.group().hasEnded(today()))
                .sorted(Comparator.comparing(place -> place.group().name()))
                .toList();
    }

    public Ranked ranked(Candidate candidate, Place place) {
        return new Ranked(
                candidate.entry(),
                Standing.of(candidate, place, today(), zone),
                Together.chairs(candidate, place),
                comes(candidate, place),
                Stream.concat(Fit.assess(candidate, place, now).stream(), together(candidate, place).stream())
                        .toList());
    }

    /** Counted for those alone who do not come alone. */
    private List<Finding> together(Candidate candidate, Place place) {
        boolean alone = candidate.family().equals(Family.NONE);
        return alone ? List.of() : Together.assess(candidate, place, free(place), now);
    }

    /** How many chairs of the place's group are nobody's from its day on. */
    private int free(Place place) {
        return (int) places.stream()
                .filter(other -> other.group().id().equals(place.group().id()))
                .filter(other -> !other.from().isAfter(place.from()))
                .count();
    }

    /** Where somebody stands among those who wait for the same group, the first being 1; 0 when they do not wait. */
    public int placeInLine(EntryId entry, GroupId group) {
        var place = groups.get(group);
        if (place == null) {
            return 0;
        }
        var line = rankedFor(place).stream().map(one -> one.entry().id()).toList();
        return line.indexOf(entry) + 1;
    }

    private static @Nullable DayOfWeek comes(Candidate candidate, Place place) {
        var times = candidate.entry().who().times();
        return place.times().stream()
                .flatMap(series -> times.days().stream()
                        .sorted()
                        .filter(day -> series.rule().meetsOn(day) && times.suit(day, series.start())))
                .findFirst()
                .orElse(null);
    }
}
