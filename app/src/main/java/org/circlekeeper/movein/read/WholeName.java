package org.circlekeeper.movein.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name that stands in one cell: {@code Whitfield, Dana}, {@code Dana Whitfield, LCSW}, {@code Dr. Ana King Jr.}
 *
 * @param first empty where the cell does not hold two names
 * @param credential what stands behind the name, in its order
 * @param doubt why nobody can tell the name from what stands behind it; empty when it can be told
 */
record WholeName(String first, String last, String credential, String doubt) {

    private static final Pattern TITLE =
            Pattern.compile("(?i)^(?:(?:dr|mr|mrs|ms|mx|prof)\\b\\.?|miss|professor|doctor)\\s+(?=\\S)");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(jr|sr|ii|iii|iv)\\.?");

    /** What belongs to the last name behind it: {@code van der Berg}, {@code St. Clair}. */
    private static final Pattern PARTICLE = Pattern.compile(
            "van|von|der|den|de|del|della|di|da|dos|das|du|la|las|los|le|ter|ten|al|el|bin|ibn|(?i:st)\\.?");

    private static final Pattern CAPITALS = Pattern.compile("(?=.*\\p{Lu}\\P{L}*\\p{Lu})[^\\p{Ll}]*");

    /** The name of a clinician; {@code own} are the credentials that the row has in a column of their own. */
    static WholeName ofClinician(String text, String own) {
        return new Reading(text, own, true).read();
    }

    static WholeName of(String text) {
        return new Reading(text, "", false).read();
    }

    /** A first name without a title. */
    static String withoutTitle(String first) {
        return TITLE.matcher(first).replaceFirst("");
    }

    /** A last name of its own column, without credentials; {@code Whitfield, LCSW} is the family Whitfield. */
    static String lastWithoutCredentials(String last, String own) {
        var words =
                new ArrayList<>(Arrays.asList(last.replace(",", " , ").strip().split("\\s+")));
        while (words.size() > 1
                && (words.getLast().equals(",")
                        || Credentials.are(words.getLast(), own)
                                && !(CAPITALS.matcher(last).matches() && Credentials.mayBeName(words.getLast())))) {
            words.removeLast();
        }
        return String.join(" ", words).replace(" , ", ", ");
    }

    static boolean isSuffix(String word) {
        return SUFFIX.matcher(word).matches();
    }

    boolean isWhole() {
        return doubt.isEmpty() && !first.isEmpty() && !last.isEmpty();
    }

    /** Takes a cell apart from its end. */
    private static final class Reading {

        private final List<String> parts = new ArrayList<>();
        private final List<String> behind = new ArrayList<>();
        private final String own;
        private final boolean clinician;
        private final boolean capitals;
        private String suffix = "";
        private String doubt = "";

        Reading(String text, String own, boolean clinician) {
            this.own = own;
            this.clinician = clinician;
            this.capitals = CAPITALS.matcher(text).matches();
            for (var part : withoutTitle(text.strip()).split("[,;]")) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }

        WholeName read() {
            takeParts();
            if (parts.isEmpty()) {
                return new WholeName("", "", "", "");
            }
            takeWords();
            var words = List.of(parts.getLast().split("\\s+"));
            if (parts.size() > 1) {
                weigh();
                return told(String.join(" ", parts.subList(1, parts.size())), parts.getFirst());
            }
            int begins = words.size() - 1;
            while (begins > 1 && PARTICLE.matcher(words.get(begins - 1)).matches()) {
                begins--;
            }
            return begins < 1
                    ? told("", String.join(" ", words))
                    : told(
                            String.join(" ", words.subList(0, begins)),
                            String.join(" ", words.subList(begins, words.size())));
        }

        private WholeName told(String first, String last) {
            return new WholeName(
                    withoutTitle(first),
                    suffix.isEmpty() || last.isEmpty() ? last : last + " " + suffix,
                    String.join(", ", behind),
                    doubt);
        }

        /** Credentials and suffixes between commas at the end. */
        private void takeParts() {
            while (parts.size() > 1 && (isSuffix(parts.getLast()) || isCredential(parts.getLast(), wordsBefore()))) {
                var part = parts.removeLast();
                if (isSuffix(part)) {
                    suffix = part;
                } else {
                    behind.addFirst(part);
                }
            }
        }

        private boolean wordsBefore() {
            return parts.size() > 2 || parts.getFirst().contains(" ");
        }

        /** The same without a comma before them. */
        private void takeWords() {
            var words = new ArrayList<>(Arrays.asList(parts.getLast().split("\\s+")));
            int fewest = parts.size() > 1 ? 1 : 2;
            while (words.size() > fewest
                    && (isSuffix(words.getLast()) || isCredential(words.getLast(), true))
                    && doubt.isEmpty()) {
                var word = words.removeLast();
                if (isSuffix(word)) {
                    suffix = word;
                } else {
                    behind.addFirst(word);
                }
            }
            parts.set(parts.size() - 1, String.join(" ", words));
        }

        /** A client's name is a name; with a clinician, what may be either is nobody's to decide. */
        private boolean isCredential(String text, boolean namedBefore) {
            if (!Credentials.are(text, own) || !namedBefore && !clinician) {
                return false;
            }
            boolean either = capitals && Credentials.mayBeName(text);
            if (either && clinician) {
                doubt = " has a name that ends in \"" + text + "\", which may be a credential and may be a name";
            }
            return !either;
        }

        /** What is written in capitals behind a whole name is nobody's first name. */
        private void weigh() {
            var behindComma = parts.get(1);
            if (clinician
                    && !capitals
                    && parts.getFirst().contains(" ")
                    && CAPITALS.matcher(behindComma).matches()) {
                doubt = " has \"" + behindComma + "\" behind the name, which is no credential that is known";
            }
        }
    }
}
