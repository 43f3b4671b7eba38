package org.circlekeeper.x12;

import java.util.regex.Pattern;

/** Sentences that quote what strangers wrote, at whatever length they wrote it. */
final class Quoted {

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_SENTENCE = 500;
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{" + LONGEST_WORD + "})\\S++");

    private Quoted() {}

    /** No word of ours is as long as those that are cut. */
    static String cut(String sentence) {
        if (sentence.length() <= LONGEST_WORD) {
            return sentence;
        }
        var cut = LONG_WORD.matcher(sentence).replaceAll("$1…");
        return cut.length() <= LONGEST_SENTENCE ? cut : cut.substring(0, LONGEST_SENTENCE) + "…";
    }
}
