package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.util.List;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Somebody beside a seat: how they stand among those who wait for it, and what speaks against it.
 *
 * @param chairs how many chairs they need there, with whoever comes with them
 * @param comes the weekday on which the group meets, when they said that they come on it
 */
public record Ranked(
        Entry entry,
        Standing standing,
        int chairs,
        @Nullable DayOfWeek comes,
        List<Finding> findings) {

    public Ranked {
        findings = List.copyOf(findings);
    }

    public boolean mayBeOffered() {
        return !Fit.holds(findings);
    }
}
