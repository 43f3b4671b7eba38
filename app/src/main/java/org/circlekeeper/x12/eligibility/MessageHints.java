package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What free text (2110 MSG) hints at. A hint decides nothing: it only takes a certainty away. */
final class MessageHints {

    private static final String THING = "\\b(PA|\\w*(AUTH|CERT|DETERM|APPROV|REFERRAL)\\w*)\\b";

    private static final String IS_NEEDED = "\\s+((IS|ARE)\\s+)?(REQ|NEED)\\w*";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("PRE-?\\s?(CERT|AUTH|DETERM)|PRIOR\\s+(AUTH|APPROV|CERT)|\\bPA" + IS_NEEDED
                    + "|\\b(AUTH(ORIZATION)?|CERT(IFICATION)?|REFERRAL)S?\\s+(\\w+\\s+){0,3}(REQ|NEED)"
                    + "|\\b(REQ|NEED)\\w*\\s+(\\w+\\s+)?(AUTH|CERT|REFERRAL)");

    /** Such as NO PRECERT REQUIRED, DOES NOT REQUIRE AUTHORIZATION, AUTH NOT REQUIRED and PRECERT WAIVED. */
    private static final Pattern NO_AUTHORIZATION = Pattern.compile("\\bNO\\s+(PRIOR\\s+|PRE[\\s-]+)?" + THING + "("
            + IS_NEEDED + "|\\W*$)|(\\bNOT|\\bNEVER|N.T)\\s+(REQ|NEED)\\w*\\s+((A|ANY|PRIOR|PRE)[\\s-]+){0,2}" + THING
            + "|" + THING + "\\s+((IS|ARE)\\s+)?((NOT|NEVER|ISN.T)\\s+(REQ|NEED)|WAIVED)");

    private static final Pattern MENTION = Pattern.compile(THING);

    private static final Pattern NEGATIVE =
            Pattern.compile("\\b(NO|NOT|WITHOUT|WAIVED|NEVER|DOES\\s?N.?T|ISN.?T|UNLESS|EXCEPT)\\b");

    /** A limit to what is said, so that it may not hold for the visit that is asked about. */
    private static final Pattern LIMITED =
            Pattern.compile("\\b(FIRST|UP\\s+TO|AFTER|UNTIL|WITHIN|BEYOND|IF|INITIAL)\\b");

    private static final Pattern GROUP = Pattern.compile("\\bGROUP\\s+(PSYCHO)?-?\\s?(THERAPY|COUNSEL|SESSION)|90853");

    private static final Pattern NOT_COVERED = Pattern.compile("NOT\\s+(A\\s+)?COVERED|NON-?\\s?COVERED|EXCLUDED|"
            + "EXCLUSION|NOT\\s+(A\\s+)?BENEFIT|NO\\s+(COVERAGE|BENEFIT)");

    private static final Pattern SENTENCE_END = Pattern.compile("[.;!]\\s+|\\s-\\s");

    private MessageHints() {}

    /** True when a message speaks of an authorization, and not plainly of there being none. */
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
                .anyMatch(part -> AUTHORIZATION.matcher(part).find() && !saysThatNoneIsNeeded(part));
    }

    /** Plainly, of one thing, once and without a condition. */
    private static boolean saysThatNoneIsNeeded(String part) {
        return NO_AUTHORIZATION.matcher(part).find()
                && MENTION.matcher(part).results().count() == 1
                && NEGATIVE.matcher(part).results().count() == 1
                && !LIMITED.matcher(part).find();
    }
}
