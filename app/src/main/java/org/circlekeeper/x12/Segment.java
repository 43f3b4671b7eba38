package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment as it was read: its id in capitals, and its elements. What is missing reads as empty, as X12 leaves out
 * what is empty at the end.
 */
public record Segment(String id, List<String> elements, Delimiters delimiters) {

    public Segment {
        elements = List.copyOf(elements);
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
        return number <= elements.size() ? elements.get(number - 1).strip() : "";
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
        var separator = String.valueOf(delimiters.element());
        return id + (elements.isEmpty() ? "" : separator + String.join(separator, elements)) + delimiters.segment();
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
