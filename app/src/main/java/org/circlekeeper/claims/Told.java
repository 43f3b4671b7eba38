package org.circlekeeper.claims;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How days and counts are written in sentences that are kept: the journal, findings, moves. */
final class Told {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);

    private Told() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The first day of two, where the second brings the year. */
    static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? one : many);
    }

    /** {@code a, b and c}. */
    static String list(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }
}
