package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows decide, among those that speak of one thing: those closest to group therapy, of the plan's network, of the
 * person rather than the family, and of the place where the group meets.
 */
final class RowChoice {

    private static final String OUT_OF_NETWORK = "N";

    private final List<Benefit> rows;
    private final @Nullable String place;
    private final Map<Services, List<Benefit>> byService = new EnumMap<>(Services.class);

    RowChoice(List<Benefit> rows, @Nullable String place) {
        this.rows = rows;
        this.place = place;
        for (var service : Services.values()) {
            byService.put(service, new ArrayList<>());
        }
        for (var row : rows) {
            rows(Services.of(row)).add(row);
        }
    }

    /** All of them. */
    List<Benefit> rows() {
        return rows;
    }

    /** Those that speak of one kind of service, wherever they hold. */
    List<Benefit> rows(Services service) {
        return byService.getOrDefault(service, List.of());
    }

    /** Those that speak of any of these. */
    List<Benefit> rows(List<Services> services) {
        List<Benefit> all = new ArrayList<>();
        services.forEach(service -> all.addAll(rows(service)));
        return all;
    }

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
        var found = rows(service).stream()
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
