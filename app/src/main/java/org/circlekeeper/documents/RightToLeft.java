package org.circlekeeper.documents;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Text that is read from the right, as a printer needs it that draws from the left (Unicode, UAX 9). */
final class RightToLeft implements BidiReorderer {

    private static final String OPEN = "()[]{}<>\u00ab\u00bb\u2039\u203a";

    private final ArabicForms arabic;

    RightToLeft(ArabicForms arabic) {
        this.arabic = arabic;
    }

    /** Marks stay behind the letter they belong to; brackets open the other way. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        var clusters = new ArrayList<String>();
        text.codePoints().forEach(letter -> {
            boolean mark = Character.getType(letter) == Character.NON_SPACING_MARK;
            if (mark && !clusters.isEmpty()) {
                clusters.add(clusters.removeLast() + Character.toString(letter));
            } else {
                clusters.add(Character.toString(mirrored(letter)));
            }
        });
        Collections.reverse(clusters);
        return String.join("", clusters);
    }

    @Override
    public String shapeText(String text) {
        return arabic.joined(text);
    }

    @Override
    public String deshapeText(String text) {
        return ArabicForms.plain(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static int mirrored(int letter) {
        int at = OPEN.indexOf(letter);
        return at < 0 ? letter : OPEN.charAt(at ^ 1);
    }

    /** Finds the stretches of a paragraph that run one way, in the order in which they stand on the line. */
    static final class Runs implements BidiSplitter {

        private @Nullable Bidi bidi;
        private Integer[] order = {};

        @Override
        public void setParagraph(String paragraph, byte direction) {
            var found = new Bidi(
                    paragraph,
                    direction == LTR
                            ? Bidi.DIRECTION_LEFT_TO_RIGHT
                            : direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            var levels = new byte[found.getRunCount()];
            order = new Integer[levels.length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) found.getRunLevel(i);
                order[i] = i;
            }
            if (levels.length > 0) {
                Bidi.reorderVisually(levels, 0, order, 0, levels.length);
            }
            bidi = found;
        }

        @Override
        public int countTextRuns() {
            return order.length;
        }

        @Override
        public BidiTextRun getVisualRun(int place) {
            var found = bidi;
            if (found == null) {
                throw new IllegalStateException("No paragraph");
            }
            int run = order[place];
            int start = found.getRunStart(run);
            return new BidiTextRun(start, found.getRunLimit(run) - start, found.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return paragraph
                    .codePoints()
                    .mapToObj(Character::getDirectionality)
                    .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                            || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                    .findFirst()
                    .map(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? LTR : RTL)
                    .orElse(NEUTRAL);
        }
    }
}
