package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment as it was read: its id in capitals, and its elements. What is missing reads as empty, as X12 leaves out
 * what is empty at the end. It is taken apart where it is asked and no earlier: of most segments most is never asked.
 */
public final class Segment {

    /** Up to here an element is found by counting separators; who asks for later ones asks for many. */
    private static final int COUNTED = 20;

    private final String id;
    private final String rest;
    private final Delimiters delimiters;
    private @Nullable List<String> elements;

    public Segment(String id, List<String> elements, Delimiters delimiters) {
        this(id, joined(elements, delimiters), delimiters);
    }

    private Segment(String id, String rest, Delimiters delimiters) {
        this.id = id;
        this.rest = rest;
        this.delimiters = delimiters;
    }

    /** Of an id, and what stands behind it in the file: nothing, or elements each behind its separator. */
    static Segment read(String id, String rest, Delimiters delimiters) {
        return new Segment(id, rest, delimiters);
    }

    private static String joined(List<String> elements, Delimiters delimiters) {
        var separator = String.valueOf(delimiters.element());
        return elements.isEmpty() ? "" : separator + String.join(separator, elements);
    }

    public String id() {
        return id;
    }

    public Delimiters delimiters() {
        return delimiters;
    }

    /** All of them, as they stand in the file. */
    public List<String> elements() {
        var known = elements;
        if (known == null) {
            known = rest.isEmpty() ? List.of() : List.copyOf(split(rest.substring(1), delimiters.element()));
            elements = known;
        }
        return known;
    }

    /** In place of a segment that the file does not have: all its elements are empty. */
    static Segment nothing() {
        return new Segment("", List.of(), Delimiters.USUAL);
    }

    public boolean is(String segmentId) {
        return id.equals(segmentId);
    }

    /** True for {@code REF} whose first element is {@code 6R}. */
    public boolean is(String segmentId, String qualifier) {
        return id.equals(segmentId) && element(1).equals(qualifier);
    }

    /** True for the segments around a set. */
    public boolean isEnvelope() {
        return switch (id) {
            case "ISA", "GS", "ST", "SE", "GE", "IEA" -> true;
            default -> false;
        };
    }

    /** An element by its number in the guide, from 1, without the spaces around it. */
    public String element(int number) {
        if (elements != null || number > COUNTED) {
            return number <= elements().size() ? elements().get(number - 1).strip() : "";
        }
        int from = rest.isEmpty() ? -1 : 0;
        for (int count = 1; count < number && from >= 0; count++) {
            from = rest.indexOf(delimiters.element(), from + 1);
        }
        if (from < 0) {
            return "";
        }
        int to = rest.indexOf(delimiters.element(), from + 1);
        return rest.substring(from + 1, to < 0 ? rest.length() : to).strip();
    }

    /** A component by its number, from 1: SV101-2 is {@code component(1, 2)}. */
    public String component(int element, int number) {
        var parts = components(element);
        return number <= parts.size() ? parts.get(number - 1).strip() : "";
    }

    public List<String> components(int element) {
        return split(element(element), delimiters.component());
    }

    /** The repetitions of an element, such as the service types of EB03. */
    public List<String> repetitions(int element) {
        var whole = element(element);
        return delimiters.repetition() == Delimiters.NONE ? List.of(whole) : split(whole, delimiters.repetition());
    }

    /** As it stands in the file, with its terminator. */
    public String text() {
        return id + rest + delimiters.segment();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Segment segment
                && id.equals(segment.id)
                && rest.equals(segment.rest)
                && delimiters.equals(segment.delimiters);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + rest.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** At least one part, empty ones kept. */
    static List<String> split(String text, char delimiter) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
