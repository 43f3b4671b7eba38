package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two empty lines.
 *
 * @param line the number of its first line
 */
record Block(int line, List<String> lines) {

    Block {
        lines = List.copyOf(lines);
    }

    static List<Block> of(String text) {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<String>();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                close(blocks, lines, number - lines.size());
            } else {
                lines.add(line.strip());
            }
        }
        close(blocks, lines, number + 1 - lines.size());
        return blocks;
    }

    private static void close(List<Block> blocks, List<String> lines, int first) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(first, lines));
            lines.clear();
        }
    }
}
