package org.circlekeeper.attendance;

import java.util.List;

/** Says what a closed sheet leads to. Features above attendance add their lines to its summary. */
public interface ClosingPreview {

    /** Where a line stands: what goes by itself, who stayed away, what a person must look at. */
    enum Place {
        BILLED,
        AWAY,
        HELD
    }

    /** A short sentence, as in {@code 8 claims wait only for your notes}. */
    record Line(Place place, String says) {}

    /** Every seat of the sheet is counted in one line at the most, whoever says it. */
    List<Line> lines(Sheet sheet, boolean forItsLeader);
}
