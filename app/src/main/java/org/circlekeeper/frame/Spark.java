package org.circlekeeper.frame;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Numbers that follow each other, drawn as small bars. The drawing never stands alone: {@code words} say the same
 * beside it.
 *
 * @param bars each on a board of 10 by bar and 24 high
 */
public record Spark(List<Bar> bars, String words) {

    private static final int SLOT = 10;
    private static final double HIGH = 24;
    private static final double LEAST = 1.5;

    public Spark {
        bars = List.copyOf(bars);
    }

    /** One bar with its place. */
    public record Bar(String x, String y, String width, String height) {}

    /**
     * Bars for these numbers.
     *
     * @param full the number that reaches to the top; a greater one makes it greater
     * @param label what the numbers are, as in {@code Came}
     */
    public static Spark of(List<Integer> numbers, int full, String label) {
        int top = Math.max(
                1,
                Math.max(
                        full, numbers.stream().mapToInt(Integer::intValue).max().orElse(0)));
        var bars = IntStream.range(0, numbers.size())
                .mapToObj(i -> bar(i, Math.max(LEAST, HIGH * numbers.get(i) / top)))
                .toList();
        return new Spark(
                bars, label + " " + numbers.stream().map(String::valueOf).collect(joining(", ")));
    }

    private static Bar bar(int place, double height) {
        return new Bar(Integer.toString(place * SLOT + 1), places(HIGH - height), "8", places(height));
    }

    /** How wide the board is. */
    public int width() {
        return bars.size() * SLOT;
    }

    private static String places(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
