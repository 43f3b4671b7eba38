package org.circlekeeper.finance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.Listed;

/**
 * All that is looked at to find the gaps of one member.
 *
 * @param lines one of each insurance in force, those that pay first before others; one without insurance when there is
 *     none
 * @param asking payers of which a rule of the day says that they ask for an authorization
 * @param authorized payers who have authorized group therapy for the day of the next session, with a unit left
 * @param kept whether they asked that their plan is not told of a session (45 CFR 164.522(a)(1)(vi))
 */
record Situation(List<Listed> lines, Set<UUID> asking, Set<UUID> authorized, boolean kept, Instant now) {

    Situation {
        lines = List.copyOf(lines);
        asking = Set.copyOf(asking);
        authorized = Set.copyOf(authorized);
    }
}
