package org.circlekeeper.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.circlekeeper.terms.Npi;

/** Looks at the elements of one segment: whether they are there, and are what X12 says they are. */
final class ElementRules {

    private static final Map<String, List<ElementRule>> RULES = read();

    private ElementRules() {}

    static void check(Segment segment, long number, Consumer<Flaw> found) {
        for (var rule : RULES.getOrDefault(segment.id(), List.of())) {
            rule.wrong(segment)
                    .ifPresent(wrong -> found.accept(flaw(segment, number, rule.number(), wrong.code(), wrong.says())));
        }
        switch (segment.id()) {
            case "NM1" -> npi(segment, number, 8, found);
            case "N1" -> npi(segment, number, 3, found);
            case "DTP" -> days(segment, number, 2, found);
            case "DMG" -> days(segment, number, 1, found);
            default -> {}
        }
    }

    static Flaw flaw(Segment segment, long number, int element, String code, String says) {
        var name = segment.id() + (element < 10 ? "0" : "") + element;
        return new Flaw(number, segment.id(), element, code, name + " " + says + ".");
    }

    /** XX: the number behind it is a National Provider Identifier. */
    private static void npi(Segment segment, long number, int qualifier, Consumer<Flaw> found) {
        var written = segment.element(qualifier + 1);
        if (segment.element(qualifier).equals("XX") && !Npi.isValid(written)) {
            found.accept(flaw(
                    segment,
                    number,
                    qualifier + 1,
                    "bad-npi",
                    "is no National Provider Identifier (ten digits, the last a check digit): " + written));
        }
    }

    /** D8: the element behind it is a day; RD8: two days with a hyphen between them. */
    private static void days(Segment segment, long number, int qualifier, Consumer<Flaw> found) {
        var written = segment.element(qualifier + 1);
        boolean fine = switch (segment.element(qualifier)) {
            case "D8" -> written.length() == 8 && ElementRule.isDay(written);
            case "RD8" -> isRange(written);
            default -> true;
        };
        if (!fine && !written.isEmpty()) {
            found.accept(flaw(segment, number, qualifier + 1, "bad-date", "is not as its qualifier says: " + written));
        }
    }

    private static boolean isRange(String written) {
        var days = written.split("-", -1);
        return days.length == 2
                && Arrays.stream(days).allMatch(day -> day.length() == 8 && ElementRule.isDay(day))
                && days[0].compareTo(days[1]) <= 0;
    }

    private static Map<String, List<ElementRule>> read() {
        Map<String, List<ElementRule>> rules = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(ElementRules.class.getResourceAsStream("elements.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(words -> rules.put(
                            words.getFirst(),
                            words.stream().skip(1).map(ElementRule::read).toList()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(rules);
    }
}
