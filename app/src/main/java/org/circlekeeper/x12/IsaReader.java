package org.circlekeeper.x12;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ISA, the one segment that says how to read the others. By its sixteen separators rather than its 106 bytes,
 * so that lost padding and wrapped lines do no harm (X12.5, B.1.1.2.5).
 */
final class IsaReader {

    private static final int ELEMENTS = 16;
    private static final int REPETITION = 11;
    private static final int LONGEST = 512;

    private IsaReader() {}

    /** The ISA that begins here, or null when what begins here is none that can be read on. */
    static @Nullable Segment read(SourceBytes in) throws IOException {
        in.read();
        in.read();
        in.read();
        int separator = in.read();
        List<String> elements = new ArrayList<>();
        var element = new StringBuilder();
        for (int count = 0; elements.size() < ELEMENTS - 1; count++) {
            int next = readUnwrapped(in);
            if (next < 0 || count > LONGEST) {
                return null;
            }
            if (next == separator) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append((char) next);
            }
        }
        int component = readUnwrapped(in);
        int terminator = terminator(in);
        elements.add(String.valueOf((char) component));
        return component < 0 || terminator < 0 ? null : segment(elements, separator, component, terminator);
    }

    private static @Nullable Segment segment(List<String> elements, int separator, int component, int terminator) {
        var declared = elements.get(REPETITION - 1).replace(" ", "");
        boolean none = declared.length() != 1 || Character.isLetterOrDigit(declared.charAt(0));
        var without = delimiters(separator, Delimiters.NONE, component, terminator);
        var with = none ? null : delimiters(separator, declared.charAt(0), component, terminator);
        var delimiters = with == null ? without : with;
        return delimiters == null ? null : new Segment("ISA", elements, delimiters);
    }

    /** Null where they cannot hold anything apart. Some write ISA11 carelessly: a file is read without it. */
    private static @Nullable Delimiters delimiters(int separator, char repetition, int component, int terminator) {
        try {
            return new Delimiters((char) separator, repetition, (char) component, (char) terminator);
        } catch (IllegalArgumentException cannotSeparate) {
            return null;
        }
    }

    /** A line end is the terminator only where a segment follows it at once; else the line was wrapped there. */
    private static int terminator(SourceBytes in) throws IOException {
        int ahead = 0;
        boolean newLine = false;
        while (ahead < LONGEST && (in.peek(ahead) == '\r' || in.peek(ahead) == '\n')) {
            newLine |= in.peek(ahead) == '\n';
            ahead++;
        }
        boolean endsLines = ahead > 0 && (in.peek(ahead) < 0 || Character.isLetterOrDigit(in.peek(ahead)));
        if (endsLines) {
            return newLine ? skip(in, '\n') : in.read();
        }
        return readUnwrapped(in);
    }

    private static int skip(SourceBytes in, char upTo) throws IOException {
        int next = in.read();
        while (next != upTo) {
            next = in.read();
        }
        return next;
    }

    private static int readUnwrapped(SourceBytes in) throws IOException {
        int next = in.read();
        while (next == '\r' || next == '\n') {
            next = in.read();
        }
        return next;
    }
}
