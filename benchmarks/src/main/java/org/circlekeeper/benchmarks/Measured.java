package org.circlekeeper.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Several measurements of one thing; the median speaks, the least and the most say how noisy it was. */
public record Measured(List<Double> values) {

    public Measured {
        values = values.stream().sorted().toList();
    }

    /** A by B, pair by pair. */
    public static Measured ratio(List<Double> a, List<Double> b) {
        var ratios = new Double[a.size()];
        Arrays.setAll(ratios, i -> a.get(i) / b.get(i));
        return new Measured(List.of(ratios));
    }

    public double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** The least value that so many of a hundred do not pass. */
    public double percentile(int ofHundred) {
        return values.get((values.size() - 1) * ofHundred / 100);
    }

    /** As in {@code 1.32 [1.28–1.41]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f [%.2f–%.2f]", median(), values.getFirst(), values.getLast());
    }
}
