package org.circlekeeper.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * From which age somebody decides for themselves, and from which a minor may consent to care of their own, by state:
 * lines of {@code majority.csv}, each with its source and the day of it. {@link AgeRules} puts before them what the
 * practice wrote down itself.
 */
public final class Majority {

    private static final int USUAL = 18;
    private static final int COLUMNS = 10;
    private static final int COLUMNS_OF_AGE = 5;
    private static final Map<String, Rule> RULES = read();

    private Majority() {}

    /**
     * From which age somebody decides for themselves.
     *
     * @param age in years
     * @param asOf empty where no line says it
     * @param checked whether somebody held the line against the law
     * @param ownCare from which age a minor may consent to outpatient mental-health care; null where nothing says so
     */
    public record Rule(
            String state,
            int age,
            String source,
            String asOf,
            boolean checked,
            @Nullable OwnCare ownCare) {

        /** The first day on which somebody born then is of age. */
        public LocalDate from(LocalDate born) {
            return born.plusYears(age);
        }
    }

    /**
     * From which age a minor may consent to their own outpatient mental-health care.
     *
     * @param conditions as in {@code for a limited number of sessions}; empty when there are none
     */
    public record OwnCare(int age, String conditions, String source, String asOf, boolean checked) {

        /** The first day on which somebody born then may. */
        public LocalDate from(LocalDate born) {
            return born.plusYears(age);
        }
    }

    /** The shipped rule of a state; where none is written down, that of most. */
    static Rule of(String state) {
        var known = RULES.get(state);
        return known == null ? new Rule(state, USUAL, "the age in most states", "", false, null) : known;
    }

    /** Every shipped rule, by state. */
    static List<Rule> all() {
        return List.copyOf(RULES.values());
    }

    private static Map<String, Rule> read() {
        var file = new ClassPathResource("org/circlekeeper/portal/majority.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Majority::rule)
                    .collect(Collectors.toMap(Rule::state, Function.identity(), (one, _) -> one, TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Rule rule(String line) {
        var cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A line of majority.csv has ten parts: " + line);
        }
        return new Rule(
                cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], cells[4].equals("checked"), ownCare(cells));
    }

    private static @Nullable OwnCare ownCare(String[] cells) {
        var age = cells[COLUMNS_OF_AGE];
        return age.isEmpty()
                ? null
                : new OwnCare(Integer.parseInt(age), cells[6], cells[7], cells[8], cells[9].equals("checked"));
    }
}
