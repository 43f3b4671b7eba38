package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as it is laid out: paragraphs, and lists where lines begin with a dash. Pure.
 *
 * @param list whether each line is an entry of a list
 */
public record Prose(boolean list, List<String> lines) {

    public Prose {
        lines = List.copyOf(lines);
    }

    public static List<Prose> of(String text) {
        var parts = new ArrayList<Prose>();
        var lines = new ArrayList<String>();
        boolean list = false;
        for (var line : text.split("\n", -1)) {
            boolean entry = line.startsWith("- ") || line.startsWith("• ");
            if ((line.isBlank() || entry != list) && !lines.isEmpty()) {
                parts.add(new Prose(list, lines));
                lines.clear();
            }
            list = entry;
            if (!line.isBlank()) {
                lines.add(entry ? line.substring(2).strip() : line);
            }
        }
        if (!lines.isEmpty()) {
            parts.add(new Prose(list, lines));
        }
        return List.copyOf(parts);
    }
}
