package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Up to which day what is charged is measured by an estimate. Pure. */
final class MeasuredDays {

    private MeasuredDays() {}

    /**
     * The first day that counts no more: twelve months are over, or the next one tells of the days from then on. Empty
     * while it was not given, once that is past, and where a later one tells of its own days.
     *
     * @param given those of the same group that were given, the latest first
     */
    static Optional<LocalDate> end(Estimate estimate, List<Estimate> given, LocalDate today) {
        var year = estimate.firstDay().plusMonths(GroupEstimate.MONTHS);
        boolean overtaken = given.stream()
                .takeWhile(one -> !one.id().equals(estimate.id()))
                .anyMatch(later -> !later.firstDay().isAfter(estimate.lastDay()));
        if (!estimate.isGiven() || !year.isAfter(today) || overtaken) {
            return Optional.empty();
        }
        return given.stream()
                .map(Estimate::firstDay)
                .filter(day -> day.isAfter(estimate.lastDay()) && day.isBefore(year))
                .min(LocalDate::compareTo)
                .or(() -> Optional.of(year));
    }
}
