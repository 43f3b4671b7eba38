package org.circlekeeper.finance;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code finance/talks.yaml}; refuses a word that it does not know. */
final class TalkFile {

    private static final String NAME = "/finance/talks.yaml";
    private static final Set<String> OF_LINE = Set.of("says", "about", "source", "from", "verified");
    private static final Set<String> OF_CLASS = Set.of("class", "always", "endedDays", "paysLast", "lines", "outcomes");
    private static final Set<String> OF_RULE =
            Set.of("outcome", "open", "otherwise", "basis", "amount", "optOut", "source", "verified");

    static final List<TalkGuide> SHIPPED = shipped();

    private TalkFile() {}

    private static List<TalkGuide> shipped() {
        try (var text = TalkFile.class.getResourceAsStream(NAME)) {
            return read(Objects.requireNonNull(text, NAME));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<TalkGuide> read(InputStream text) {
        List<Map<String, Object>> classes = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return classes.stream().map(TalkFile::guide).toList();
    }

    private static TalkGuide guide(Map<String, Object> one) {
        var payerClass = PayerClass.valueOf(text(one, "class"));
        known(one, OF_CLASS);
        var rules = new EnumMap<Outcome, List<TalkGuide.Rule>>(Outcome.class);
        for (var always : texts(one, "always")) {
            rules.put(
                    Outcome.valueOf(always),
                    List.of(new TalkGuide.Rule(EnumSet.allOf(Kind.class), "", "", true, false, "this practice", null)));
        }
        for (var row : rows(one, "outcomes")) {
            var outcome = Outcome.valueOf(text(row, "outcome"));
            rules.merge(outcome, List.of(rule(row, rules.containsKey(outcome))), TalkFile::both);
        }
        return new TalkGuide(
                payerClass,
                one.get("endedDays") instanceof Integer days ? days : 0,
                Boolean.TRUE.equals(one.get("paysLast")),
                rows(one, "lines").stream().map(TalkFile::line).toList(),
                rules);
    }

    private static List<TalkGuide.Rule> both(List<TalkGuide.Rule> first, List<TalkGuide.Rule> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** The first of an outcome has the sentence that refuses it; one that follows opens it to more gaps. */
    private static TalkGuide.Rule rule(Map<?, ?> row, boolean follows) {
        known(row, OF_RULE);
        var open = kinds(row, "open");
        if (!follows && open.size() < Kind.values().length && !row.containsKey("otherwise")) {
            throw new IllegalArgumentException("What is refused has a sentence: " + row);
        }
        var amount = textIfAny(row, "amount");
        if (!amount.isEmpty() && !amount.equals("NONE")) {
            throw new IllegalArgumentException("An amount is NONE, or not named: " + row);
        }
        return new TalkGuide.Rule(
                open,
                textIfAny(row, "otherwise"),
                textIfAny(row, "basis"),
                amount.isEmpty(),
                Boolean.TRUE.equals(row.get("optOut")),
                text(row, "source"),
                day(row, "verified"));
    }

    private static TalkGuide.Line line(Map<?, ?> row) {
        known(row, OF_LINE);
        return new TalkGuide.Line(
                text(row, "says"),
                row.containsKey("about") ? kinds(row, "about") : EnumSet.allOf(Kind.class),
                text(row, "source"),
                LocalDate.parse(text(row, "from")),
                day(row, "verified"));
    }

    private static void known(Map<?, ?> row, Set<String> words) {
        for (var word : row.keySet()) {
            if (!words.contains(word.toString())) {
                throw new IllegalArgumentException(NAME + " has a word that is not known: " + word);
            }
        }
    }

    /** The gaps named in a list; {@code ALL} for each. */
    private static Set<Kind> kinds(Map<?, ?> row, String word) {
        var named = texts(row, word);
        return named.contains("ALL")
                ? EnumSet.allOf(Kind.class)
                : named.stream().map(Kind::valueOf).collect(toSet());
    }

    private static List<Map<?, ?>> rows(Map<?, ?> of, String word) {
        var list = (List<?>) Objects.requireNonNull(of.get(word), word);
        return list.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private static List<String> texts(Map<?, ?> of, String word) {
        return of.get(word) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static String text(Map<?, ?> row, String word) {
        return Objects.requireNonNull(row.get(word), "A \"" + word + "\" is missing")
                .toString();
    }

    private static String textIfAny(Map<?, ?> row, String word) {
        return row.get(word) == null ? "" : text(row, word);
    }

    private static @Nullable LocalDate day(Map<?, ?> row, String word) {
        return row.get(word) == null ? null : LocalDate.parse(text(row, word));
    }
}
