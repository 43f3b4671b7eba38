package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who comes first when several would fit one seat, and why. It knows how long somebody has waited, whether it is
 * urgent, whether they were here before, and whether they asked for this group; of who pays, or of what anybody is, it
 * knows nothing. Pure.
 *
 * @param urgent a person's reason why it is urgent, empty when it is not
 */
public record Standing(int waitedDays, String urgent, boolean returning, boolean askedForThisGroup) {

    /** What each reason counts, in days of waiting: whoever is urgent comes before most, and waiting always counts. */
    private static final int URGENT = 60;

    private static final int RETURNING = 14;
    private static final int ASKED = 7;

    public static Standing of(Candidate candidate, Place place, LocalDate today, ZoneId zone) {
        var entry = candidate.entry();
        return new Standing(
                entry.waitedDays(today, zone),
                entry.urgent(),
                candidate.returning(),
                place.group().id().equals(entry.wanted()));
    }

    /** The higher, the sooner; never nothing. */
    public int points() {
        return 1
                + waitedDays
                + (urgent.isEmpty() ? 0 : URGENT)
                + (returning ? RETURNING : 0)
                + (askedForThisGroup ? ASKED : 0);
    }

    /** As in {@code waited 19 days, comes Tuesdays}. */
    public List<String> reasons(@Nullable DayOfWeek comes) {
        var reasons = new ArrayList<String>();
        reasons.add(waitedDays == 0 ? "asked today" : "waited " + Words.count(waitedDays, "day", "days"));
        if (comes != null) {
            reasons.add("comes " + Times.plural(comes));
        }
        if (!urgent.isEmpty()) {
            reasons.add("urgent: " + urgent);
        }
        if (returning) {
            reasons.add("was a member before");
        }
        if (askedForThisGroup) {
            reasons.add("asked for this group");
        }
        return reasons;
    }
}
