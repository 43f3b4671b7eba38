package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a plan begins to count anew.
 *
 * @param begins month and day, of whichever year; null when the payer does not tell
 */
public record PlanYear(@Nullable LocalDate begins) {

    private static final String CALENDAR_YEAR = "23";
    private static final Set<String> PLAN_YEARS = Set.of("21", "22", "25");

    /** EB06 or HSD05: a calendar year, or a year of service or contract, which begins with the plan. */
    static PlanYear of(EligibilityAnswer answer, RowChoice choice, Evidenced<Integer> visits) {
        var rows = visits.rows().isEmpty() ? choice.rows(Services.AND_OF_PLAN) : visits.rows();
        var told = rows.stream().map(PlanYear::period).toList();
        if (told.contains(CALENDAR_YEAR)) {
            return new PlanYear(LocalDate.of(2000, 1, 1));
        }
        return new PlanYear(told.stream().anyMatch(PLAN_YEARS::contains) ? answer.planYearBegins() : null);
    }

    /** The first day of the next year that is counted; null when the payer does not tell. */
    public @Nullable LocalDate nextAfter(LocalDate day) {
        if (begins == null) {
            return null;
        }
        var next = begins.withYear(day.getYear());
        return next.isAfter(day) ? next : begins.withYear(day.getYear() + 1);
    }

    private static String period(Benefit row) {
        return row.deliveries().stream()
                .map(hsd -> hsd.element(5))
                .filter(period -> !period.isEmpty())
                .findFirst()
                .orElse(row.period());
    }
}
