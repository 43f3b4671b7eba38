package org.circlekeeper.signing;

import java.util.ArrayList;
import java.util.List;

/** Everything that a page of evidence shows, printed or on a screen. */
public record EvidenceSheet(String language, String title, String says, String two, String ends, List<Line> lines) {

    /** One fact, in words. */
    public record Line(String label, String value) {}

    static List<Line> lines(Facts facts, String language) {
        var lines = new ArrayList<Line>();
        facts.values().forEach((fact, value) -> lines.add(new Line(EvidenceWords.of(language, fact.key()), value)));
        return lines;
    }
}
