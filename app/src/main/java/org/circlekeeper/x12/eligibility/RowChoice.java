package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows decide, among those that speak of one thing: those closest to group therapy, of the plan's network, of the
 * person rather than the family, and of the place where the group meets.
 */
record RowChoice(List<Benefit> rows, @Nullable String place) {

    private static final String OUT_OF_NETWORK = "N";

    /** The rows that pass the test and stand closest; none when no kind of service has any. */
    List<Benefit> closest(List<Services> services, Predicate<Benefit> test) {
        for (var service : services) {
            var found = of(service, test);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    List<Benefit> of(Services service, Predicate<Benefit> test) {
        var found = inNetwork(service, test);
        found = preferring(found, row -> row.network().equals("Y"));
        return preferring(found, row -> !row.coverageLevel().equals("FAM"));
    }

    /** Those that are not for providers outside of the network alone, nor for other places. */
    List<Benefit> inNetwork(Services service, Predicate<Benefit> test) {
        var found = rows.stream()
                .filter(row -> Services.of(row) == service)
                .filter(row -> !row.network().equals(OUT_OF_NETWORK))
                .filter(test)
                .toList();
        if (place == null) {
            return found;
        }
        var here = found.stream()
                .filter(row -> row.places().isEmpty() || row.places().contains(place))
                .toList();
        return preferring(here, row -> row.places().contains(place));
    }

    private static List<Benefit> preferring(List<Benefit> rows, Predicate<Benefit> test) {
        var better = rows.stream().filter(test).toList();
        return better.isEmpty() ? rows : better;
    }
}
