package org.circlekeeper.x12;

import java.io.IOException;

/** Numbers the levels (HL) of one set as they are written. */
public final class Levels {

    private final SegmentWriter out;
    private int last;

    public Levels(SegmentWriter out) {
        this.out = out;
    }

    /**
     * Writes the next level and returns its number.
     *
     * @param parent HL02; 0 for none
     * @param code HL03
     */
    public int begin(int parent, String code, boolean hasChild) throws IOException {
        last++;
        out.begin("HL").number(last);
        if (parent == 0) {
            out.empty(1);
        } else {
            out.number(parent);
        }
        out.code(code).code(hasChild ? '1' : '0').end();
        return last;
    }
}
