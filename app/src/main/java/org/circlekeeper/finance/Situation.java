package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.DateRange;

/**
 * All that is looked at to find the gaps of one member.
 *
 * @param lines one of each insurance in force, those that pay first before others; one without insurance when there is
 *     none
 * @param asking payers of which a rule of the day says that they ask for an authorization
 * @param authorized payers who have authorized group therapy for the day of the next session, with a unit left
 * @param kept whether they keep a session that is to come from their plan (45 CFR 164.522(a)(1)(vi))
 * @param ended insurances that are in force no more, of whoever has none
 */
record Situation(
        List<Listed> lines, Set<UUID> asking, Set<UUID> authorized, boolean kept, List<Ended> ended, Instant now) {

    Situation {
        lines = List.copyOf(lines);
        asking = Set.copyOf(asking);
        authorized = Set.copyOf(authorized);
        ended = List.copyOf(ended);
    }

    Situation(List<Listed> lines, Set<UUID> asking, Set<UUID> authorized, boolean kept, Instant now) {
        this(lines, asking, authorized, kept, List.of(), now);
    }

    /** An insurance that was in force on some days. */
    record Ended(Policy policy, String payerName, Program program, DateRange days) {

        /** Whether it ended before that day, not more than so many days. */
        boolean isWithin(int daysBack, LocalDate day) {
            var last = days.last();
            return last != null && last.isBefore(day) && !last.isBefore(day.minusDays(daysBack));
        }
    }
}
