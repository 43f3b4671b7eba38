package org.circlekeeper.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Follows every link as one person, from the first page on, and remembers for each route an address that leads there.
 * Of pages that are alike it opens a few.
 */
final class Walk {

    private static final Pattern LINK = Pattern.compile("\\b(?:href|hx-get)=\"(/[^\"#]*)");
    private static final int ALIKE = 3;
    private static final int MOST_PAGES = 300;

    private final String person;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Set<String> broken = new TreeSet<>();

    private Walk(String person) {
        this.person = person;
    }

    /** Begins at the first page, and at the page that the visitor has open. */
    static Walk as(String person, Visitor visitor) {
        var walk = new Walk(person);
        walk.from(List.of("/", path(visitor.page().url())), visitor);
        return walk;
    }

    private void from(List<String> first, Visitor visitor) {
        var waiting = new ArrayDeque<>(first);
        var seen = new TreeSet<>(first);
        var opened = new HashMap<String, Integer>();
        while (!waiting.isEmpty()) {
            if (seen.size() > MOST_PAGES * ALIKE) {
                throw new IllegalStateException("More pages than a walk takes in");
            }
            var address = waiting.removeFirst();
            var route = Routes.of(path(address));
            if (route.isEmpty() || opened.merge(route.get().template(), 1, Integer::sum) > ALIKE) {
                continue;
            }
            var answer = visitor.context().request().get(address);
            if (answer.status() >= 400) {
                broken.add(address + " answers " + answer.status());
                continue;
            }
            addresses.putIfAbsent(route.get().template(), address);
            if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                LINK.matcher(answer.text())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
        }
    }

    private static String path(String address) {
        return URI.create(address.replace(" ", "%20")).getPath();
    }

    String person() {
        return person;
    }

    Optional<String> to(Routes.Route route) {
        return Optional.ofNullable(addresses.get(route.template()));
    }

    /** Links that lead nowhere. */
    Set<String> broken() {
        return broken;
    }
}
