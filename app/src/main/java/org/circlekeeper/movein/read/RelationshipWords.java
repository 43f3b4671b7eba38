package org.circlekeeper.movein.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a client is related to the subscriber, as 005010X222A1 2000C PAT01 has it. A word that is not here is refused: a
 * <i>dependent</i> is a spouse or a child, and a <i>mother</i> may be the subscriber or the client.
 */
final class RelationshipWords {

    static final String SELF = "18";

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        put(
                SELF,
                "self, myself, subscriber, insured, policyholder, policy holder, policy owner, primary insured, "
                        + "primary subscriber, primary policyholder, cardholder, card holder, patient, client, member, "
                        + "same, same as patient, same as client, same as subscriber, same as insured, s, "
                        + "patient is subscriber, patient is insured, patient is policyholder, client is subscriber, "
                        + "client is insured, client is policyholder, self insured, 18");
        put("01", "spouse, husband, wife, married partner, 1, 01");
        put("19", "child, son, daughter, 19");
        put("20", "employee, 20");
        put("53", "life partner, domestic partner, partner, civil partner, 53");
        put("G8", "other, other relationship, other relative, g8");
        WORDS.put("", SELF);
    }

    private static final Pattern CODE_FIRST = Pattern.compile("(18|0?1|19|20|53|g8) (\\D.*)");
    private static final Pattern CODE_LAST = Pattern.compile("(\\D.*) (18|0?1|19|20|53|g8)");

    private RelationshipWords() {}

    private static void put(String code, String words) {
        for (var word : words.split(", ")) {
            WORDS.put(word, code);
        }
    }

    /** A word, a code, or both where they mean the same. */
    static Optional<String> read(String text) {
        var plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        var first = CODE_FIRST.matcher(plain);
        var last = CODE_LAST.matcher(plain);
        if (first.matches()) {
            return agreeing(first.group(1), first.group(2));
        }
        return last.matches() ? agreeing(last.group(2), last.group(1)) : Optional.ofNullable(WORDS.get(plain));
    }

    private static Optional<String> agreeing(String code, String word) {
        return Optional.ofNullable(WORDS.get(word)).filter(meant -> meant.equals(WORDS.get(code)));
    }
}
