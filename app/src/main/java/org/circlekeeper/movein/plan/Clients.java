package org.circlekeeper.movein.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;

/** Whom a file means by an id or by a name. */
final class Clients {

    private final Known known;
    private final Map<String, Row.Client> rows = new LinkedHashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    Clients(Known known, Collection<String> refusedIds) {
        this.known = known;
        refused.addAll(refusedIds);
        known.people().forEach((someone, id) -> {
            if (known.patients().containsKey(id)) {
                call(someone.name(), id);
            }
        });
    }

    private void call(String name, String id) {
        byName.computeIfAbsent(Known.Someone.plain(name), _ -> new TreeSet<>()).add(id);
    }

    void add(Row.Client row) {
        rows.put(row.id(), row);
        call(row.name().toString(), row.id());
        call(row.name().first() + " " + row.name().last(), row.id());
        call(row.name().last() + ", " + row.name().first(), row.id());
    }

    void refuse(String id) {
        refused.add(id);
    }

    Optional<Row.Client> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    List<Row.Client> rows() {
        return List.copyOf(rows.values());
    }

    /** Whether their own row, of these files or the one imported before, says that 42 CFR Part 2 applies. */
    boolean speakOfPart2(String id) {
        return row(id).map(row -> row.part2().applies())
                .or(() -> known.row(Kind.CLIENTS, id)
                        .map(kept -> kept.said().getOrDefault(Column.PART2_CONSENT.label(), ""))
                        .map(said -> said.equals("yes")
                                || Row.Part2.read(said)
                                        .filter(Row.Part2::applies)
                                        .isPresent()))
                .orElse(false);
    }

    /** The id of whom a row means: an id, or a name that only one has. */
    Optional<String> meant(String text) {
        if (refused.contains(text) && !known.patients().containsKey(text)) {
            return Optional.empty();
        }
        if (rows.containsKey(text) || known.patients().containsKey(text)) {
            return Optional.of(text);
        }
        var named = named(text);
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** An id that nobody has, under a header that may mean the booking's own, gives way to the name beside it. */
    Optional<String> meant(Row.Whom whom) {
        return meant(whom.id())
                .or(() -> whom.loose() && !whom.named().isEmpty() ? meant(whom.named()) : Optional.empty());
    }

    /** Why nobody is meant. */
    String whyNobody(Row.Whom whom) {
        return whom.loose() && !named(whom.named()).isEmpty() && !refused.contains(whom.id())
                ? ", " + whom.named() + "," + whyNobody(whom.named())
                : whyNobody(whom.id());
    }

    /** The others who bear the name that a row gives beside this id; empty when the name is this one's or nobody's. */
    Set<String> othersNamed(String text, String id) {
        var named = named(text);
        return named.contains(id) ? Set.of() : named;
    }

    private Set<String> named(String text) {
        return byName.getOrDefault(Known.Someone.plain(text), Set.of());
    }

    private String whyNobody(String text) {
        if (refused.contains(text)) {
            return " belongs to a client whose own row is refused. Correct that row first";
        }
        var named = named(text);
        return named.size() > 1
                ? " is the name of " + named.size() + " clients (" + String.join(", ", named)
                        + "). Write the client's id in a column Client ID"
                : " belongs to nobody in clients.csv or among the members. Add the client, and import again";
    }
}
