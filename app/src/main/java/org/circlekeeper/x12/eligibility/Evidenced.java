package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value with the rows that it comes from. Null without rows: the payer says nothing; null with rows: they differ. */
public record Evidenced<T>(@Nullable T value, List<Benefit> rows) {

    public Evidenced {
        rows = List.copyOf(rows);
    }

    static <T> Evidenced<T> nothing() {
        return new Evidenced<>(null, List.of());
    }

    /** What all rows say alike. */
    static <T> Evidenced<T> agreed(List<Benefit> rows, Function<Benefit, @Nullable T> read) {
        var values = rows.stream().map(read).distinct().toList();
        return new Evidenced<>(values.size() == 1 ? values.getFirst() : null, rows);
    }

    /** True when rows contradict each other. */
    public boolean isContradictory() {
        return value == null && !rows.isEmpty();
    }
}
