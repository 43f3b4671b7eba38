package org.circlekeeper.movein.read;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.circlekeeper.terms.PersonName;

/**
 * Whose insurance it is as a row names them: in two columns, or in one like a full name. Empty where it names nobody.
 */
record SubscriberWords(String first, String last, String whole) {

    /** What stands where the client is the subscriber. */
    private static final Pattern SELF =
            Pattern.compile("(?i)self|same( as .*)?|(the )?(client|patient|member)|yes|y|18");

    static SubscriberWords read(Cells cells) {
        var first = cells.text(Column.SUBSCRIBER_FIRST);
        var last = cells.text(Column.SUBSCRIBER_LAST);
        var whole = cells.text(Column.SUBSCRIBER_NAME).replaceAll("\\s+", " ").strip();
        return whole.isEmpty() || SELF.matcher(whole).matches() || !first.isEmpty() || !last.isEmpty()
                ? new SubscriberWords(first, last, "")
                : split(whole);
    }

    /** {@code Whitfield, Dana} or {@code Dana Whitfield}; one word alone is no whole name. */
    private static SubscriberWords split(String whole) {
        var name = WholeName.of(whole);
        return name.isWhole()
                ? new SubscriberWords(name.first(), name.last(), whole)
                : new SubscriberWords(whole, "", whole);
    }

    boolean namesNobody() {
        return first.isEmpty() && last.isEmpty() && whole.isEmpty();
    }

    /**
     * Whether it names anybody but this client. A middle name more or less makes nobody another; the Jr. of a family
     * does, unless {@code juniorOrNot}: where the row says by itself that the client is the subscriber.
     */
    boolean isSomebodyElse(PersonName client, boolean juniorOrNot) {
        if (namesNobody() || isWritten(client)) {
            return false;
        }
        boolean sameFirst = first.isEmpty() || begin(words(first), words(client.first()));
        boolean sameLast = last.isEmpty() && whole.isEmpty()
                || family(last).equals(family(client.last()))
                        && (suffix(last).equals(suffix(client.last()))
                                || juniorOrNot
                                        && (suffix(last).isEmpty()
                                                || suffix(client.last()).isEmpty()));
        return !(sameFirst && sameLast);
    }

    /** Whether the cell begins and ends with the client's names, whatever stands between. */
    private boolean isWritten(PersonName client) {
        var plain = " " + String.join(" ", words(whole)) + " ";
        return plain.startsWith(" " + String.join(" ", words(client.first())) + " ")
                && plain.endsWith(" " + String.join(" ", words(client.last())) + " ");
    }

    private static boolean begin(List<String> one, List<String> other) {
        int both = Math.min(one.size(), other.size());
        return both > 0 && one.subList(0, both).equals(other.subList(0, both));
    }

    private static List<String> family(String last) {
        return words(last).stream().filter(word -> !WholeName.isSuffix(word)).toList();
    }

    private static List<String> suffix(String last) {
        return words(last).stream().filter(WholeName::isSuffix).toList();
    }

    /** Accents and marks make no difference. */
    private static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    PersonName name() {
        return new PersonName(first, last);
    }
}
