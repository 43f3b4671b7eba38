package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's word about somebody.
 *
 * @param groups the groups it names: a fit holds for these alone, “another group” means one of them; none when it says
 *     no more than the decision
 * @param words in the therapist's own words, for the office; empty when there are none
 * @param backOn when “not now” is looked at again; null for thirty days
 */
public record Word(
        FitDecision decision,
        Set<GroupId> groups,
        String words,
        @Nullable LocalDate backOn) {

    public Word {
        groups = Set.copyOf(groups);
    }

    Word as(FitDecision other) {
        return new Word(other, groups, words, backOn);
    }
}
