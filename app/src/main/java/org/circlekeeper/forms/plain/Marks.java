package org.circlekeeper.forms.plain;

import java.util.List;
import java.util.regex.Pattern;

/** The marks of the plain text, and how a line that looks like one is kept a line. Pure. */
final class Marks {

    static final Pattern HEADING = Pattern.compile("(#{1,4})(?:\\[([^\\]]*)])?(?:\\s+(.*))?");
    static final Pattern MARKED = Pattern.compile("\\[(text|initial|question)\\b([^\\]]*)]\\s*(.*)");
    static final Pattern ONLY_IF = Pattern.compile("only if(?: (all|any))?:\\s*(.*)");
    static final String STARTS_AS = "starts as:";
    static final String HELP = "help:";
    static final String OPTION = "- ";

    private static final List<String> BEGINNINGS =
            List.of("\\", "#", "[", "only if:", "only if all:", "only if any:", STARTS_AS, HELP);

    private Marks() {}

    /** A line of text, so that it is read as text again. A dash marks an answer where there are answers. */
    static String kept(String line, boolean options) {
        boolean marks =
                line.isEmpty() || BEGINNINGS.stream().anyMatch(line::startsWith) || (options && line.startsWith("-"));
        return marks ? "\\" + line : line;
    }

    static String read(String line) {
        return line.startsWith("\\") ? line.substring(1).strip() : line;
    }

    /** A part of an answer between strokes. */
    static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("|", "\\|");
    }
}
