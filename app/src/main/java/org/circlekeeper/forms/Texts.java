package org.circlekeeper.forms;

import java.util.stream.Collectors;

/** Brings the texts of a form into one shape, so that what is written, kept and read again is the same. Pure. */
public final class Texts {

    private Texts() {}

    /** Ends of lines of one kind, no blanks around a line, at most one empty line in a row, no control characters. */
    public static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .map(Texts::line)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** One line of it. */
    public static String line(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF' ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
