package org.circlekeeper.waitlist.web;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** Reads what pages of the waitlist are sent: any script, no byte that is no letter, never longer than a field. */
final class Reading {

    private static final int LONGEST = 500;

    private Reading() {}

    /** Words as somebody typed them, cut where a field of ours would have ended. */
    static String plain(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                : text;
    }

    /** Empty when it cannot be read. */
    static <T> Optional<T> of(String typed, Function<String, T> reader) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(reader.apply(typed.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
