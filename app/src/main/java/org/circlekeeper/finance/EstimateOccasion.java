package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why somebody without insurance, or who has no claim filed, gets a good-faith estimate, and by when (45 CFR
 * 149.610(b)(1)(vi) to (ix)). Days are those of the practice's own clock. Pure.
 */
public sealed interface EstimateOccasion {

    int LONG_AHEAD = 10;
    int AHEAD = 3;

    /** The last day on which it may be given; empty when this occasion asks for none. */
    Optional<LocalDate> dueBy();

    /**
     * Several sessions were scheduled on one day: the estimate of all is given when that of the first of them is due
     * that asks for one. Those that were held already count for nothing.
     */
    static Optional<LocalDate> dueBy(LocalDate on, List<LocalDate> sessions) {
        return sessions.stream()
                .filter(day -> !day.isBefore(on))
                .flatMap(day -> new Scheduled(on, day).dueBy().stream())
                .min(LocalDate::compareTo);
    }

    /**
     * A first session was scheduled: ten business days ahead or more, three business days are left; three ahead or
     * more, one is left; whoever comes sooner gets one when they ask.
     */
    record Scheduled(LocalDate on, LocalDate firstSession) implements EstimateOccasion {

        public Scheduled {
            if (firstSession.isBefore(on)) {
                throw new IllegalArgumentException("A session is scheduled before it is held");
            }
        }

        @Override
        public Optional<LocalDate> dueBy() {
            if (!on.isAfter(BusinessDays.before(firstSession, LONG_AHEAD))) {
                return Optional.of(BusinessDays.after(on, AHEAD));
            }
            return on.isAfter(BusinessDays.before(firstSession, AHEAD))
                    ? Optional.empty()
                    : Optional.of(BusinessDays.after(on, 1));
        }
    }

    /** They asked what it costs, in whatever words: three business days are left. */
    record Asked(LocalDate on) implements EstimateOccasion {

        @Override
        public Optional<LocalDate> dueBy() {
            return Optional.of(BusinessDays.after(on, AHEAD));
        }
    }

    /** What was estimated has changed: a new one is given a business day before the next session at the latest. */
    record Changed(LocalDate nextSession) implements EstimateOccasion {

        @Override
        public Optional<LocalDate> dueBy() {
            return Optional.of(BusinessDays.before(nextSession, 1));
        }
    }
}
