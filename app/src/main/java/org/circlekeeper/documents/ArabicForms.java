package org.circlekeeper.documents;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Joins Arabic letters as they are written: alone, at the end, at the beginning or in the middle of a word (Unicode,
 * 9.2). The forms are those that Unicode has a place for (U+FB50 to U+FDFF, U+FE70 to U+FEFF), by their names there.
 */
final class ArabicForms {

    private static final int LAM = 0x0644;
    private static final int TATWEEL = 0x0640;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int[] FIRST_AND_LAST = {0xFB50, 0xFBFF, 0xFE80, 0xFEFC};

    /** Where a letter stands in its word. */
    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private final Map<Integer, Map<Form, Integer>> letters = new HashMap<>();
    /** Lam and alef are written as one: by the alef. */
    private final Map<Integer, Map<Form, Integer>> lamWith = new HashMap<>();

    /** @param drawn the letters there are */
    ArabicForms(IntPredicate drawn) {
        for (int i = 0; i < FIRST_AND_LAST.length; i += 2) {
            for (int shape = FIRST_AND_LAST[i]; shape <= FIRST_AND_LAST[i + 1]; shape++) {
                if (drawn.test(shape)) {
                    learn(shape);
                }
            }
        }
    }

    private void learn(int shape) {
        var plain = Normalizer.normalize(Character.toString(shape), Normalizer.Form.NFKC);
        for (var form : Form.values()) {
            if (String.valueOf(Character.getName(shape)).endsWith(" " + form + " FORM")) {
                if (plain.length() == 1) {
                    letters.computeIfAbsent((int) plain.charAt(0), _ -> new HashMap<>())
                            .putIfAbsent(form, shape);
                } else if (plain.length() == 2 && plain.charAt(0) == LAM) {
                    lamWith.computeIfAbsent((int) plain.charAt(1), _ -> new HashMap<>())
                            .putIfAbsent(form, shape);
                }
            }
        }
    }

    /** In the order in which it is read. */
    String joined(String text) {
        var letters = text.codePoints().toArray();
        var joined = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean before = joinsAfter(neighbour(letters, i, -1)) && joinsBefore(letters[i]);
            var ligature = letters[i] == LAM && i + 1 < letters.length ? lamWith.get(letters[i + 1]) : null;
            if (ligature != null) {
                joined.appendCodePoint(ligature.getOrDefault(before ? Form.FINAL : Form.ISOLATED, letters[i]));
                i++;
            } else {
                boolean after = joinsAfter(letters[i]) && joinsBefore(neighbour(letters, i, 1));
                joined.appendCodePoint(shape(letters[i], before, after));
            }
        }
        return joined.toString();
    }

    /** Letters as they are kept, from those that were joined. */
    static String plain(String joined) {
        var plain = new StringBuilder();
        joined.codePoints()
                .forEach(letter -> plain.append(
                        letter >= FIRST_AND_LAST[0] && letter <= FIRST_AND_LAST[3]
                                ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                                : Character.toString(letter)));
        return plain.toString();
    }

    private int shape(int letter, boolean before, boolean after) {
        var form = before ? after ? Form.MEDIAL : Form.FINAL : after ? Form.INITIAL : Form.ISOLATED;
        return letters.getOrDefault(letter, Map.of()).getOrDefault(form, letter);
    }

    /** The next letter in a direction that is no mark above or below another; 0 where there is none. */
    private static int neighbour(int[] letters, int from, int step) {
        for (int i = from + step; i >= 0 && i < letters.length; i += step) {
            if (Character.getType(letters[i]) != Character.NON_SPACING_MARK) {
                return letters[i];
            }
        }
        return 0;
    }

    private boolean joinsAfter(int letter) {
        return letter == TATWEEL
                || letter == ZERO_WIDTH_JOINER
                || letters.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL);
    }

    private boolean joinsBefore(int letter) {
        return letter == TATWEEL
                || letter == ZERO_WIDTH_JOINER
                || letters.getOrDefault(letter, Map.of()).containsKey(Form.FINAL);
    }
}
