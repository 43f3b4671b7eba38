package org.circlekeeper.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What X12 says of one element of a segment: what kind of thing it is, how long, and whether it is always there.
 *
 * @param number its number in the segment, from 1
 */
record ElementRule(int number, Kind kind, int least, int most, boolean always) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+):(AN|ID|N|R|DT|TM|C)(?:(\\d+)-(\\d+))?(!?)");
    private static final DateTimeFormatter LONG_DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** The kinds of elements (X12.6, 3.3.3). */
    enum Kind {
        AN,
        ID,
        N,
        R,
        DT,
        TM,
        C
    }

    /** What is wrong with an element: a word for programs and the rest of a sentence that begins with its name. */
    record Wrong(String code, String says) {}

    /** As the file of rules has it: {@code 2:R1-18!}. */
    static ElementRule read(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a rule of an element: " + written);
        }
        boolean measured = parts.group(3) != null;
        return new ElementRule(
                Integer.parseInt(parts.group(1)),
                Kind.valueOf(parts.group(2)),
                measured ? Integer.parseInt(parts.group(3)) : 0,
                measured ? Integer.parseInt(parts.group(4)) : Integer.MAX_VALUE,
                !parts.group(5).isEmpty());
    }

    Optional<Wrong> wrong(Segment segment) {
        var text = segment.element(number);
        if (text.isEmpty()) {
            return always ? Optional.of(new Wrong("missing-element", "is missing")) : Optional.empty();
        }
        return switch (kind) {
            case AN, ID -> length(text.length(), text);
            case C -> Optional.empty();
            case N ->
                text.matches("-?\\d+") ? length(digits(text), text) : bad("bad-number", "is no whole number", text);
            case R -> number(text);
            case DT -> isDay(text) ? Optional.empty() : bad("bad-date", "is no day", text);
            case TM -> isTime(text) ? Optional.empty() : bad("bad-time", "is no time of day", text);
        };
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text, text.length() == 6 ? SHORT_DAY : LONG_DAY);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        return text.matches("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?");
    }

    private Optional<Wrong> number(String text) {
        boolean isNumber = text.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)(E-?\\d{1,2})?");
        return isNumber ? length(digits(text), text) : bad("bad-number", "is no number", text);
    }

    /** Sign and decimal point do not count (X12.6, 3.3.3). */
    private static int digits(String text) {
        return text.replaceAll("[-.]", "").length();
    }

    private Optional<Wrong> length(int length, String text) {
        if (length > most) {
            return bad("too-long", "is longer than " + most, text);
        }
        return length < least ? bad("too-short", "is shorter than " + least, text) : Optional.empty();
    }

    private static Optional<Wrong> bad(String code, String says, String text) {
        return Optional.of(new Wrong(code, says + ": " + (text.length() > 40 ? text.substring(0, 40) + "…" : text)));
    }
}
