package org.circlekeeper.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * From which age somebody decides for themselves, by state: lines of {@code majority.csv}, each with its source and the
 * day of it. States let minors decide about some care earlier; that is for counsel, and not here.
 */
public final class Majority {

    private static final int USUAL = 18;
    private static final int COLUMNS = 5;
    private static final Map<String, Rule> RULES = read();

    private Majority() {}

    /**
     * @param age in years
     * @param asOf empty where no line says it
     * @param checked whether somebody held the line against the law
     */
    public record Rule(String state, int age, String source, String asOf, boolean checked) {

        /** The first day on which somebody born then is of age. */
        public LocalDate from(LocalDate born) {
            return born.plusYears(age);
        }
    }

    /** The rule of a state; where none is written down, that of most. */
    public static Rule of(String state) {
        var known = RULES.get(state);
        return known == null ? new Rule(state, USUAL, "the age in most states", "", false) : known;
    }

    private static Map<String, Rule> read() {
        var file = new ClassPathResource("org/circlekeeper/portal/majority.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Majority::rule)
                    .collect(Collectors.toMap(Rule::state, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Rule rule(String line) {
        var cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A line of majority.csv has five parts: " + line);
        }
        return new Rule(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], cells[4].equals("checked"));
    }
}
