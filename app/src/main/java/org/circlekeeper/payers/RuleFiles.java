package org.circlekeeper.payers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code payers/*.yaml}: the only class that knows how the rules are written down. */
final class RuleFiles {

    private static final List<String> FILES =
            List.of("medicare", "medicare-advantage", "medicaid", "tricare", "veterans", "commercial", "benefits");
    private static final Set<String> WORDS = Set.of(
            "rule",
            "value",
            "leaders",
            "says",
            "states",
            "payer",
            "codes",
            "class-default",
            "from",
            "to",
            "source",
            "verified");

    static final List<PayerRule> SHIPPED =
            FILES.stream().flatMap(RuleFiles::shipped).toList();

    private RuleFiles() {}

    private static Stream<PayerRule> shipped(String file) {
        var name = "/payers/" + file + ".yaml";
        try (var text = RuleFiles.class.getResourceAsStream(name)) {
            return read(Objects.requireNonNull(text, name), name).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Refuses a file with a word it does not know, rather than to pass over a rule. */
    static List<PayerRule> read(InputStream text, String name) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        var program = file.get("program");
        var rules = (List<?>) Objects.requireNonNull(file.get("rules"), name + " has rules");
        return rules.stream()
                .map(row -> rule(program == null ? null : Program.valueOf(program.toString()), (Map<?, ?>) row, name))
                .toList();
    }

    private static PayerRule rule(@Nullable Program program, Map<?, ?> row, String file) {
        for (var word : row.keySet()) {
            if (!WORDS.contains(word.toString())) {
                throw new IllegalArgumentException(file + " has a word that no rule has: " + word);
            }
        }
        return new PayerRule(
                Topic.read(text(row, "rule")),
                program,
                texts(row, "states"),
                row.get("payer") == null ? null : text(row, "payer"),
                texts(row, "codes"),
                text(row, "value"),
                row.get("leaders") == null ? null : Integer.valueOf(text(row, "leaders")),
                row.get("class-default") != null && text(row, "class-default").equals("yes"),
                new DateRange(LocalDate.parse(text(row, "from")), day(row, "to")),
                text(row, "says"),
                text(row, "source"),
                day(row, "verified"));
    }

    private static String text(Map<?, ?> row, String word) {
        return Objects.requireNonNull(row.get(word), "A payer rule has a \"" + word + "\"")
                .toString();
    }

    private static Set<String> texts(Map<?, ?> row, String word) {
        var texts = new HashSet<String>();
        if (row.get(word) instanceof List<?> list) {
            list.forEach(text -> texts.add(text.toString()));
        }
        return texts;
    }

    private static @Nullable LocalDate day(Map<?, ?> row, String word) {
        return row.get(word) == null ? null : LocalDate.parse(text(row, word));
    }
}
