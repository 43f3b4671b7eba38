package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.roster.GroupId;
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
                .map(candidate -> ranked(candidate, place))
                .sorted(Comparator.comparing((Ranked one) -> !one.mayBeOffered())
                        .thenComparing(one -> -one.standing().points())
                        .thenComparing(one -> one.entry().since())
                        .thenComparing(one -> one.entry().id().value()))
                .toList();
    }

    public Ranked ranked(Candidate candidate, Place place) {
        return new Ranked(
                candidate.entry(),
                Standing.of(candidate, place, today(), zone),
                comes(candidate, place),
                Fit.assess(candidate, place, now));
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
