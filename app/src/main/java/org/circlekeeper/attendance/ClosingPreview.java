package org.circlekeeper.attendance;

import java.util.List;

/** Says what a closed sheet leads to. Features above attendance add their lines to its summary. */
public interface ClosingPreview {

    /** Short sentences for the summary, as in {@code 8 claims wait only for your notes}. */
    List<String> lines(Sheet sheet);
}
