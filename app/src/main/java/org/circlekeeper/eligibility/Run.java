package org.circlekeeper.eligibility;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * One press, or one step of the assistant, that asked about people, and how far it is.
 *
 * @param insideUs whether whoever started it said that they are inside the United States
 * @param price of one check on that day; null while nobody had said
 * @param counts how many questions stand where
 */
public record Run(
        UUID id,
        String startedBy,
        Instant startedAt,
        boolean insideUs,
        @Nullable Money price,
        Map<QuestionStatus, Integer> counts) {

    public Run {
        counts = Map.copyOf(counts);
    }

    public int people() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many are settled: answered or not. */
    public int settled() {
        return people() - open();
    }

    public int open() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isOpen())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int in(QuestionStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** What it costs; null while nobody had said what one check does. */
    public @Nullable Money cost() {
        return price == null ? null : price.times(people());
    }
}
