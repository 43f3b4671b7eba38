package org.circlekeeper.movein.read;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** What stands between the cells of a file: comma, semicolon, tab or upright, whichever its first line has most of. */
final class Separator {

    private static final String KNOWN = ",;\t|";
    private static final int FARTHEST = 16_000;

    private Separator() {}

    /** Looks ahead and leaves the reader where it was. */
    static char of(Reader reader) throws IOException {
        reader.mark(FARTHEST + 1);
        int[] seen = new int[KNOWN.length()];
        boolean quoted = false;
        for (int i = 0, letter = reader.read(); i < FARTHEST && letter >= 0; i++, letter = reader.read()) {
            quoted = quoted != (letter == '"');
            int which = quoted ? -1 : KNOWN.indexOf(letter);
            if (which >= 0) {
                seen[which]++;
            } else if (!quoted && (letter == '\n' || letter == '\r') && most(seen) >= 0) {
                break;
            }
        }
        reader.reset();
        return KNOWN.charAt(Math.max(most(seen), 0));
    }

    private static int most(int[] seen) {
        int most = 0;
        for (int i = 1; i < seen.length; i++) {
            most = seen[i] > seen[most] ? i : most;
        }
        return seen[most] == 0 ? -1 : most;
    }

    /** Some spreadsheets say in a line of its own what the separator is: {@code sep=;}. */
    static boolean isSaid(List<String> cells, List<String> header) {
        return header.isEmpty() && cells.getFirst().matches("(?i)\\s*sep=.?");
    }
}
