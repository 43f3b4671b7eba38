package org.circlekeeper.movein.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Columns whose header speaks of what keeps a claim from a payer, and that nobody reads. To leave one of these aside
 * would let claims out that must stay, so a person says what it is first.
 */
enum HoldingBack {
    PART2(
            "42 CFR Part 2",
            List.of(Column.PART2_CONSENT, Column.PART2),
            "(?i).*\\b(part ?(2|ii|two)(?!\\d)|42 ?cfr|sud\\b"
                    + "|substance (use|abuse) (disorder )?(consent|program|record)).*"),
    PLAN(
            "restrictions of what a plan may learn",
            List.of(Column.RESTRICTED),
            "(?i).*\\b(restrict(ed|ions?|s)?\\b|(do not|don ?t|no|never) bill|not (to be )?billed|paid in full"
                    + "|with?hold|164 522|hitech).*");

    /** What belongs to a column that is read: its day, its reason. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?i).*\\b(date|on|at|by|from|until|through|ends?|starts?|expir\\w*|reason|type|notes?|comments?|signed)$");

    private final String subject;
    private final List<Column> columns;
    private final Pattern header;

    HoldingBack(String subject, List<Column> columns, String header) {
        this.subject = subject;
        this.columns = columns;
        this.header = Pattern.compile(header);
    }

    /** The columns that a header may be. */
    List<Column> columns() {
        return columns;
    }

    /** Headers of the table that may be one of these columns, are not read, and say something. */
    List<String> unread(Kind kind, Table table, Columns.Found found, Map<Column, String> remembered) {
        if (!kind.columns().containsAll(columns) || isSettled(table, remembered)) {
            return List.of();
        }
        var unread = new ArrayList<String>();
        for (int place : found.notRead()) {
            var text = words(table.header().get(place));
            if (header.matcher(text).matches() && !isBeside(text, found) && says(kind, table, place)) {
                unread.add(table.header().get(place));
            }
        }
        return unread;
    }

    /** A person has said which column it is, or that there is none. */
    private boolean isSettled(Table table, Map<Column, String> remembered) {
        return columns.stream()
                .flatMap(column -> Optional.ofNullable(remembered.get(column)).stream())
                .anyMatch(said -> said.equalsIgnoreCase(Column.NONE)
                        || table.header().stream().anyMatch(said::equalsIgnoreCase));
    }

    private boolean isBeside(String text, Columns.Found found) {
        return columns.stream().anyMatch(found.headers()::containsKey)
                && BESIDE.matcher(text).matches();
    }

    /** An empty column keeps nothing back; nor does a no, but for a consent that was not given to a booking. */
    private boolean says(Kind kind, Table table, int place) {
        boolean noIsNothing = this == PLAN || kind == Kind.CLIENTS;
        return table.lines().stream()
                .map(Table.Line::cells)
                .filter(cells -> place < cells.size())
                .map(cells -> cells.get(place))
                .anyMatch(text -> !Values.isBlank(text)
                        && !(noIsNothing && Values.yes(text).equals(Optional.of(false))));
    }

    /** {@code SUDConsent} and {@code sud_consent} are the same words. */
    private static String words(String header) {
        return header.replaceAll("(?<=\\p{Ll}|\\d)(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What is wrong, and what to do about it. */
    String sentence(Kind kind, String header) {
        var choices = new ArrayList<String>();
        columns.forEach(column -> choices.add("the " + column.label()));
        return "has the column \"" + header + "\", which may speak of " + subject
                + " and is not read: claims that must not leave might leave. Say whether it is "
                + String.join(", or ", choices) + ", on the page or with --column \"" + kind.file() + ":"
                + columns.getFirst().label() + "=" + header + "\"; with \"=" + Column.NONE + "\" when it is none.";
    }
}
