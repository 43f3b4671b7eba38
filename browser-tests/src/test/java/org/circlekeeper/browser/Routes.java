package org.circlekeeper.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes that answer GET, as the page docs/access.md lists them; a test of the product keeps that page true. */
final class Routes {

    private static final Pattern ROW = Pattern.compile("^\\| (/\\S*) \\| GET \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private Routes() {}

    /** A route, and whether it stands open to whoever is not signed in. */
    record Route(String template, boolean open) {

        boolean hasVariables() {
            return template.contains("{");
        }

        /** Whether an address, without its question, is one of this route. */
        boolean isOf(String path) {
            var quoted = new StringBuilder();
            int from = 0;
            Matcher variables = VARIABLE.matcher(template);
            while (variables.find()) {
                quoted.append(Pattern.quote(template.substring(from, variables.start())))
                        .append("[^/]+");
                from = variables.end();
            }
            return path.matches(
                    quoted.append(Pattern.quote(template.substring(from))).toString());
        }

        /** As a name of a file. */
        String fileName() {
            var name = template.replaceAll("[{}]", "")
                    .replaceAll("[^A-Za-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            return name.isEmpty() ? "first-page" : name;
        }
    }

    static List<Route> shown() {
        try {
            return ROW.matcher(Files.readString(Path.of("..", "docs", "access.md")))
                    .results()
                    .map(row -> new Route(row.group(1), row.group(2).startsWith("open")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The route of an address: the one with the fewest variables where several fit. */
    static Optional<Route> of(String path) {
        return shown().stream()
                .filter(route -> route.isOf(path))
                .min(Comparator.comparingLong(
                        route -> VARIABLE.matcher(route.template()).results().count()));
    }
}
