package org.circlekeeper.frame;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody filled it in: what stands in each field, and the sentence beside a field that cannot be read. A
 * controller reads all fields, asks {@link #isWrong()}, and shows the page again with this when it is: nothing typed is
 * lost.
 */
public final class Filled {

    private static final int LONGEST = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final String name;
    private final Map<String, String> typed;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private Filled(String name, Map<String, String> typed) {
        this.name = name;
        this.typed = new HashMap<>(typed);
    }

    /** A form nobody has sent. The name tells it from the other forms of its page. */
    public static Filled blank(String name) {
        return new Filled(name, Map.of());
    }

    /** A form as it was sent. */
    public static Filled in(String name, Map<String, String> typed) {
        return new Filled(name, typed);
    }

    /** The same with a field filled in beforehand; null leaves it empty. */
    public Filled with(String field, @Nullable Object value) {
        typed.put(field, value == null ? "" : value.toString());
        return this;
    }

    public String name() {
        return name;
    }

    /** What stands in the field, without blanks around it. */
    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    public boolean has(String field) {
        return !value(field).isEmpty();
    }

    public @Nullable String wrong(String field) {
        return wrong.get(field);
    }

    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Puts a sentence beside a field: what is wrong, and what to do. The first one stays. */
    public Filled refuse(String field, String sentence) {
        wrong.putIfAbsent(field, sentence);
        return this;
    }

    /** Words that must not be missing. */
    public Optional<String> text(String field, String remedy) {
        if (value(field).length() > LONGEST) {
            refuse(field, "Shorten it: " + LONGEST + " characters are the most.");
        }
        return read(field, remedy, Function.identity());
    }

    /** A day of our times: a year such as 0226 or 20226 is a slip of the finger. */
    public Optional<LocalDate> day(String field, String remedy) {
        return read(field, remedy, Filled::readDay);
    }

    /** A day that may be left out. */
    public Optional<LocalDate> dayIfAny(String field, String remedy) {
        return readIfAny(field, remedy, Filled::readDay);
    }

    /** A field that must be filled and readable. */
    public <T> Optional<T> read(String field, String remedy, Function<String, T> reader) {
        if (has(field)) {
            return readIfAny(field, remedy, reader);
        }
        refuse(field, remedy);
        return Optional.empty();
    }

    /** A field that may be left empty. */
    public <T> Optional<T> readIfAny(String field, String remedy, Function<String, T> reader) {
        try {
            return has(field) ? Optional.of(reader.apply(value(field))) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException unreadable) {
            refuse(field, remedy);
            return Optional.empty();
        }
    }

    private static LocalDate readDay(String text) {
        var day = LocalDate.parse(text);
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("Not a day of our times");
        }
        return day;
    }

    /** Reads words of at most so many characters. */
    public static Function<String, String> atMost(int characters) {
        return text -> {
            if (text.length() > characters) {
                throw new IllegalArgumentException("More than " + characters + " characters");
            }
            return text;
        };
    }

    /** Reads a whole number between two others, both included. */
    public static Function<String, Integer> whole(int least, int most) {
        return text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("Not between " + least + " and " + most);
            }
            return number;
        };
    }
}
