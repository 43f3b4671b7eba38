package org.circlekeeper.movein.read;

import java.util.Locale;
import java.util.Optional;
import org.circlekeeper.movein.read.Row.Part2;

/**
 * What a row says of 42 CFR Part 2, in a column for the consent and in one that says whether Part 2 applies. <i>Yes</i>
 * is a consent in the one, and in the other no more than that there must be one.
 */
final class Part2Words {

    private static final Part2 MISSING = new Part2(Part2.Consent.MISSING, null);

    private Part2Words() {}

    static Part2 read(Cells cells) {
        var consent = consent(cells);
        if (!cells.has(Column.PART2)) {
            return consent;
        }
        var mark = mark(cells);
        boolean notAtAll = saysNo(cells, Column.PART2) && saysNo(cells, Column.PART2_CONSENT);
        var both = consent.applies() && !notAtAll ? consent : mark;
        if (!both.equals(consent) || !cells.has(Column.PART2_CONSENT)) {
            cells.concluded(Column.PART2_CONSENT, words(both));
        }
        return both;
    }

    /**
     * A word in the cell means that 42 CFR Part 2 applies; a day, or yes, that the consent was given. No is a consent
     * that was not given for a booking, and in somebody's own row that Part 2 does not apply to them.
     */
    private static Part2 consent(Cells cells) {
        var text = cells.raw(Column.PART2_CONSENT);
        cells.says(Column.PART2_CONSENT, text);
        return Part2.read(text).orElseGet(() -> {
            boolean given = cells.yes(Column.PART2_CONSENT);
            if (!given && cells.place().kind() == Kind.CLIENTS) {
                return Part2.SILENT;
            }
            return given ? new Part2(Part2.Consent.GIVEN, null) : MISSING;
        });
    }

    private static Part2 mark(Cells cells) {
        var text = cells.raw(Column.PART2);
        if (text.toLowerCase(Locale.ROOT).matches("applies|applicable|protected|covered")) {
            return MISSING;
        }
        return Part2.read(text).orElseGet(() -> {
            var answer = Values.yes(text);
            if (answer.isEmpty()) {
                cells.problem(
                        " says neither yes nor no in the column for " + Column.PART2.label(),
                        "Write yes or no, or the day on which the consent was signed.");
            }
            return answer.filter(yes -> !yes).isPresent() ? Part2.SILENT : MISSING;
        });
    }

    /** A plain no: to the consent it is none where Part 2 applies, and nothing to ask for where it does not. */
    private static boolean saysNo(Cells cells, Column column) {
        var text = cells.raw(column);
        return !text.isEmpty() && Part2.read(text).isEmpty() && Values.yes(text).equals(Optional.of(false));
    }

    /** As {@link Part2#read} reads it again. */
    private static String words(Part2 part2) {
        return switch (part2.consent()) {
            case NOT_ASKED -> "";
            case MISSING -> "missing";
            case REVOKED -> "revoked";
            case GIVEN -> part2.on() == null ? "given" : part2.on().toString();
        };
    }
}
