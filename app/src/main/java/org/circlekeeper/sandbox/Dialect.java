package org.circlekeeper.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.circlekeeper.x12.Delimiters;

/** How a clearinghouse writes what it brings. */
public enum Dialect {
    USUAL(Delimiters.USUAL),
    /** Waystar's files of 2025: {@code | ^ } }. */
    WAYSTAR(new Delimiters('|', '}', '^', '~')),
    /** Stedi separates components with a greater-than sign. */
    STEDI(new Delimiters('*', '^', '>', '~')),
    /** A line a segment and nothing else at its end. */
    LINES(new Delimiters('*', '^', ':', '\n'));

    private final Delimiters delimiters;

    Dialect(Delimiters delimiters) {
        this.delimiters = delimiters;
    }

    public static Optional<Dialect> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    Delimiters delimiters() {
        return delimiters;
    }
}
