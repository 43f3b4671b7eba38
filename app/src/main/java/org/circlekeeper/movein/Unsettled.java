package org.circlekeeper.movein;

import java.time.Instant;

/**
 * Where a file and what is here differ, and nobody has said yet which is right.
 *
 * @param field what differs; empty when the row is no longer in the file
 * @param leftHere whether somebody said that what is here stays
 */
public record Unsettled(
        String file,
        String key,
        String field,
        int row,
        String called,
        String before,
        String after,
        boolean acceptable,
        String remedy,
        Instant since,
        boolean leftHere) {

    public boolean isGone() {
        return field.isEmpty();
    }

    /** In a line: {@code attendance.csv: C1001 on 2026-10-19 09:00, presence: was "present" and is now "absent"}. */
    public String sentence() {
        return isGone()
                ? file + " no longer holds " + called
                : file + ": " + called + ", " + field + ": was \"" + before + "\" and is now \"" + after + "\"";
    }

    boolean isSameAs(Unsettled other) {
        return file.equals(other.file)
                && key.equals(other.key)
                && field.equals(other.field)
                && after.equals(other.after);
    }
}
