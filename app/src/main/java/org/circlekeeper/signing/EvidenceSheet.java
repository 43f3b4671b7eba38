package org.circlekeeper.signing;

import java.util.ArrayList;
import java.util.List;

/** Everything that a page of evidence shows, printed or on a screen. */
public record EvidenceSheet(String language, String title, String says, String two, String ends, List<Line> lines) {

    /** One fact, in words. */
    public record Line(String label, String value) {}

    static List<Line> lines(Facts facts, String language) {
        var lines = new ArrayList<Line>();
        facts.values()
                .forEach((fact, value) -> lines.add(new Line(EvidenceWords.of(language, fact.key()), readable(value))));
        return lines;
    }

    /** Without what no page can hold (XML 1.0, 2.2); the sealed evidence has it all the same. */
    private static String readable(String value) {
        return value.codePoints()
                .filter(EvidenceSheet::isInXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= ' ' && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
