package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlekeeper.terms.DateRange;

/**
 * Decides which chair of a group somebody gets for their days. Chairs are numbered from 1, and one that is left is
 * given again. Pure.
 */
final class Chairs {

    private Chairs() {}

    /** A chair that is given, to whom, and for which days. */
    record Given(UUID holder, int chair, DateRange days) {}

    /** The lowest chair that is free on every one of the days. */
    static OptionalInt free(List<Given> given, int capacity, DateRange days) {
        return IntStream.rangeClosed(1, capacity)
                .filter(chair -> given.stream().noneMatch(other -> other.chair() == chair && touch(other.days(), days)))
                .findFirst();
    }

    /**
     * Everybody's chairs given out anew with one more person among them, for when seats are free on each day and no
     * single chair is. In the order of first days the lowest free chair always does, when on no day more sit than there
     * are chairs. Empty when on some day there are too few.
     */
    static Optional<Map<UUID, Integer>> anew(List<Given> given, int capacity, UUID holder, DateRange days) {
        var sitting = new ArrayList<>(given);
        sitting.add(new Given(holder, 0, days));
        return laid(sitting, capacity);
    }

    /** The same for those who sit already, as when a group is to have fewer chairs. */
    static Optional<Map<UUID, Integer>> laid(List<Given> given, int capacity) {
        var sitting = new ArrayList<>(given);
        sitting.sort(Comparator.comparing((Given one) -> one.days().first()).thenComparing(Given::holder));
        var laid = new ArrayList<Given>();
        var chairs = new TreeMap<UUID, Integer>();
        for (var one : sitting) {
            var chair = free(laid, capacity, one.days());
            if (chair.isEmpty()) {
                return Optional.empty();
            }
            laid.add(new Given(one.holder(), chair.getAsInt(), one.days()));
            chairs.put(one.holder(), chair.getAsInt());
        }
        return Optional.of(chairs);
    }

    /** Chairs less those who sit on the fullest of the days; that day is the first, or one on which somebody begins. */
    static int freeSeats(List<Given> given, int capacity, DateRange days) {
        long most = Stream.concat(
                        Stream.of(days.first()),
                        given.stream().map(one -> one.days().first()))
                .filter(days::includes)
                .mapToLong(day ->
                        given.stream().filter(one -> one.days().includes(day)).count())
                .max()
                .orElse(0);
        return (int) Math.max(0, capacity - most);
    }

    /** The first day from which a chair stays free for good; empty when every chair is given for good. */
    static Optional<LocalDate> freeFrom(List<Given> given, int capacity, LocalDate from) {
        return IntStream.rangeClosed(1, capacity)
                .mapToObj(chair -> chairFreeFrom(given, chair, from))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> chairFreeFrom(List<Given> given, int chair, LocalDate from) {
        var free = from;
        for (var one : given) {
            var last = one.days().last();
            if (one.chair() == chair && last == null) {
                return Optional.empty();
            }
            if (one.chair() == chair && last != null && !last.isBefore(free)) {
                free = last.plusDays(1);
            }
        }
        return Optional.of(free);
    }

    static boolean touch(DateRange one, DateRange other) {
        return one.includes(other.first()) || other.includes(one.first());
    }
}
