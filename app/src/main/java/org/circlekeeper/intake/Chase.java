package org.circlekeeper.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** When somebody is reminded of a packet that is not whole. Pure. */
final class Chase {

    /** After which time each nudge is due, the first before the rest. */
    private static final List<Duration> NUDGES =
            List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));

    /** From then on a person calls. */
    private static final Duration CALL = Duration.ofHours(96);

    private Chase() {}

    /** What is due. */
    sealed interface Due {

        /** The nudge of that number, from 1 to 3. */
        record Nudge(int number) implements Due {}

        record Call() implements Due {}

        record Nothing() implements Due {}
    }

    /**
     * What is due now: of several nudges that were missed while nothing ran only the last, so that nobody gets three at
     * once.
     *
     * @param went the numbers of those that went out
     */
    static Due at(Instant sent, Set<Integer> went, Instant now) {
        if (!now.isBefore(sent.plus(CALL))) {
            return new Due.Call();
        }
        for (int number = NUDGES.size(); number > 0; number--) {
            if (!now.isBefore(sent.plus(NUDGES.get(number - 1)))) {
                int due = number;
                return went.stream().anyMatch(one -> one >= due) ? new Due.Nothing() : new Due.Nudge(due);
            }
        }
        return new Due.Nothing();
    }
}
