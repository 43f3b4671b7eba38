package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What free text (2110 MSG) hints at. A hint decides nothing: it only takes a certainty away. */
final class MessageHints {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("PRE-?\\s?(CERT|AUTH|DETERM)|PRIOR\\s+(AUTH|APPROV|CERT)|(AUTHORIZATION|CERTIFICATION|"
                    + "REFERRAL)S?\\s+(\\w+\\s+){0,3}(REQUIRED|NEEDED)|REQUIRES?\\s+(\\w+\\s+)?(AUTH|CERT|REFERRAL)");

    private static final Pattern NO_AUTHORIZATION =
            Pattern.compile("\\b(NO|NOT|WITHOUT|WAIVED|NEVER|DOES\\s?N.?T|ISN.?T)\\b");

    private static final Pattern GROUP = Pattern.compile("\\bGROUP\\s+(PSYCHO)?-?\\s?(THERAPY|COUNSEL|SESSION)|90853");

    private static final Pattern NOT_COVERED = Pattern.compile("NOT\\s+(A\\s+)?COVERED|NON-?\\s?COVERED|EXCLUDED|"
            + "EXCLUSION|NOT\\s+(A\\s+)?BENEFIT|NO\\s+(COVERAGE|BENEFIT)");

    private static final Pattern SENTENCE_END = Pattern.compile("[.;!]\\s+|\\s-\\s");

    private MessageHints() {}

    /** True when a message speaks of an authorization, and not of there being none. */
    static boolean ofAuthorization(List<Benefit> rows) {
        return rows.stream().flatMap(row -> row.messages().stream()).anyMatch(MessageHints::ofAuthorization);
    }

    static boolean thatGroupsAreNotCovered(List<Benefit> rows) {
        return rows.stream()
                .flatMap(row -> row.messages().stream())
                .map(text -> text.toUpperCase(Locale.ROOT))
                .anyMatch(text ->
                        GROUP.matcher(text).find() && NOT_COVERED.matcher(text).find());
    }

    private static boolean ofAuthorization(String message) {
        return SENTENCE_END
                .splitAsStream(message.toUpperCase(Locale.ROOT))
                .anyMatch(part -> AUTHORIZATION.matcher(part).find()
                        && !NO_AUTHORIZATION.matcher(part).find());
    }
}
