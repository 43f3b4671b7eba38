package org.circlekeeper.x12;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text in the basic character set of X12 (X12.6, appendix A), which every receiver takes: capitals, digits, space and
 * plain punctuation. The usual delimiters are left out whatever the file's own are, so that a name reads the same
 * through every clearinghouse.
 */
public final class X12Text {

    private static final String PUNCTUATION = "!\"&'()+,-./;?=";

    /** Letters that Unicode does not take apart into a letter and a mark, and the punctuation of word processors. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('Æ', "AE"),
            Map.entry('Œ', "OE"),
            Map.entry('Ø', "O"),
            Map.entry('Đ', "D"),
            Map.entry('Ð', "D"),
            Map.entry('Þ', "TH"),
            Map.entry('Ł', "L"),
            Map.entry('Ħ', "H"),
            Map.entry('Ŧ', "T"),
            Map.entry('Ŋ', "NG"),
            Map.entry('Ə', "A"),
            Map.entry('Ɖ', "D"),
            Map.entry('ẞ', "SS"),
            Map.entry('ĸ', "K"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('‛', "'"),
            Map.entry('ʻ', "'"),
            Map.entry('ʼ', "'"),
            Map.entry('´', "'"),
            Map.entry('`', "'"),
            Map.entry('′', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('−', "-"));

    /** What each ASCII character becomes: itself, its capital, or a space. */
    private static final byte[] ASCII = ascii();

    private X12Text() {}

    /** The text as it may be sent: {@code Łukasz O’Brien} is {@code LUKASZ O'BRIEN}. */
    public static String basic(String text) {
        var plain = new StringBuilder(text.length() + 4);
        boolean gap = false;
        for (char character :
                isAscii(text) ? text.toCharArray() : transliterated(text).toCharArray()) {
            char written = character < 128 ? (char) ASCII[character] : ' ';
            if (written == ' ') {
                gap = !plain.isEmpty();
            } else {
                plain.append(gap ? " " : "").append(written);
                gap = false;
            }
        }
        return plain.toString();
    }

    /** True when letters or digits are left of it and no letter is lost: half a name is somebody else's. */
    public static boolean isWritable(String text) {
        return isAscii(text)
                ? hasLetterOrDigit(text)
                : hasLetterOrDigit(basic(text))
                        && transliterated(text).codePoints().noneMatch(X12Text::isFarLetter);
    }

    private static boolean isFarLetter(int point) {
        return point >= 128 && Character.isLetter(point);
    }

    /** True when nothing but letter case and spaces would change: what an identifier may lose and still be the same. */
    public static boolean isKept(String identifier) {
        for (int place = 0; place < identifier.length(); place++) {
            char character = identifier.charAt(place);
            if (character >= 128 || character != ' ' && ASCII[character] == ' ') {
                return false;
            }
        }
        return true;
    }

    static byte[] asciiTable() {
        return ASCII.clone();
    }

    private static boolean hasLetterOrDigit(String text) {
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character < 128 && Character.isLetterOrDigit(character)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Takes letters and their marks apart, drops the marks and whatever is invisible, spells out the rest. */
    private static String transliterated(String text) {
        var capitals = spelled(text).toUpperCase(Locale.ROOT);
        var apart = Normalizer.normalize(capitals, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        var plain = new StringBuilder(apart.length());
        apart.codePoints().filter(point -> !isMark(point)).forEach(point -> {
            var spelled = Character.isBmpCodePoint(point) ? PLAIN.get((char) point) : null;
            if (spelled == null) {
                plain.appendCodePoint(point);
            } else {
                plain.append(spelled);
            }
        });
        return plain.toString();
    }

    /** Before Unicode takes it apart: an acute accent that stands alone would become a space and a mark. */
    private static String spelled(String text) {
        return text.replace('´', '\'').replace('`', '\'');
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static byte[] ascii() {
        var table = new byte[128];
        for (char character = 0; character < 128; character++) {
            char capital = Character.toUpperCase(character);
            boolean basic = Refuse.isCode(capital) || PUNCTUATION.indexOf(character) >= 0;
            table[character] = (byte) (basic ? capital : ' ');
        }
        table['`'] = '\'';
        return table;
    }
}
