package org.circlekeeper.movein.read;

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
        int comma = whole.indexOf(',');
        int space = whole.lastIndexOf(' ');
        if (comma > 0 && comma + 1 < whole.length()) {
            return new SubscriberWords(
                    whole.substring(comma + 1).strip(),
                    whole.substring(0, comma).strip(),
                    whole);
        }
        return space < 1
                ? new SubscriberWords(whole, "", whole)
                : new SubscriberWords(whole.substring(0, space), whole.substring(space + 1), whole);
    }

    /** Whether it names anybody but this client; a middle name more or less makes nobody another in one column. */
    boolean isSomebodyElse(PersonName client) {
        if (whole.isEmpty()) {
            return !first.isEmpty() && !first.equalsIgnoreCase(client.first())
                    || !last.isEmpty() && !last.equalsIgnoreCase(client.last());
        }
        var plain = whole.toLowerCase(Locale.ROOT);
        boolean same = plain.startsWith(client.first().toLowerCase(Locale.ROOT) + " ")
                        && plain.endsWith(" " + client.last().toLowerCase(Locale.ROOT))
                || last.equalsIgnoreCase(client.last())
                        && (first + " ")
                                .toLowerCase(Locale.ROOT)
                                .startsWith(client.first().toLowerCase(Locale.ROOT) + " ");
        return !same;
    }

    PersonName name() {
        return new PersonName(first, last);
    }
}
