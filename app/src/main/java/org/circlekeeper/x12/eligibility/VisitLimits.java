package org.circlekeeper.x12.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/** How many visits a plan pays for, and how many of them are left: EB09 and EB10, or the HSD beneath. */
final class VisitLimits {

    private static final Set<String> VISITS = Set.of("VS", "P6");
    private static final Set<String> YEARS = Set.of("", "21", "22", "23", "25");
    private static final Set<String> LIFETIME = Set.of("32");
    private static final Set<String> LEFT = Set.of("29");
    private static final Set<String> LIFETIME_LEFT = Set.of("33");

    /** EB06 24, year to date; EB09 99, quantity used. */
    private static final String YEAR_TO_DATE = "24";

    private static final String USED = "99";

    private final RowChoice choice;

    VisitLimits(RowChoice choice) {
        this.choice = choice;
    }

    /** The limit of a year, or without one that of a lifetime. */
    Evidenced<Integer> total() {
        var ofYear = counted(YEARS, false);
        return ofYear.rows().isEmpty() ? counted(LIFETIME, false) : ofYear;
    }

    /** As the payer counts; where it tells only what was used, the rest of the limit. */
    Evidenced<Integer> left() {
        for (var periods : List.of(LEFT, LIFETIME_LEFT)) {
            var told = counted(periods, false);
            if (!told.rows().isEmpty()) {
                return told;
            }
        }
        var used = counted(Set.of(YEAR_TO_DATE), true);
        var total = total();
        if (used.value() == null || total.value() == null) {
            return Evidenced.nothing();
        }
        var rows = new ArrayList<>(total.rows());
        rows.addAll(used.rows());
        return new Evidenced<>(Math.max(0, total.value() - used.value()), rows);
    }

    private Evidenced<Integer> counted(Set<String> periods, boolean used) {
        Predicate<Benefit> limits = row -> row.kind().equals("F") && count(row, periods, used) != null;
        return Evidenced.agreed(choice.closest(Services.OF_THERAPY, limits), row -> count(row, periods, used));
    }

    private static @Nullable Integer count(Benefit row, Set<String> periods, boolean used) {
        var quantity = row.quantity();
        if (quantity != null && isCounted(row.quantityKind(), row.period(), periods, used)) {
            return whole(quantity);
        }
        return row.deliveries().stream()
                .filter(VisitLimits::isOfOnePeriod)
                .filter(hsd -> isCounted(hsd.element(1), period(row, hsd), periods, used))
                .map(hsd -> ReadValues.decimal(hsd.element(2)))
                .filter(told -> told != null)
                .map(VisitLimits::whole)
                .findFirst()
                .orElse(null);
    }

    /** HSD03 makes it a frequency, two visits a month; HSD06 counts periods, such as two years. */
    private static boolean isOfOnePeriod(Segment hsd) {
        var periods = hsd.element(6);
        var count = ReadValues.decimal(periods);
        return hsd.element(3).isEmpty()
                && (periods.isEmpty() || (count != null && count.compareTo(BigDecimal.ONE) == 0));
    }

    /** HSD05 tells the period; an EB06 that says what is left says so of its HSD too. */
    private static String period(Benefit row, Segment hsd) {
        boolean left = LEFT.contains(row.period()) || LIFETIME_LEFT.contains(row.period());
        return left || hsd.element(5).isEmpty() ? row.period() : hsd.element(5);
    }

    private static boolean isCounted(String kind, String period, Set<String> periods, boolean used) {
        if (used) {
            return kind.equals(USED) || (VISITS.contains(kind) && periods.contains(period));
        }
        return VISITS.contains(kind) && periods.contains(period);
    }

    private static @Nullable Integer whole(BigDecimal quantity) {
        boolean counts = quantity.signum() >= 0
                && quantity.stripTrailingZeros().scale() <= 0
                && quantity.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return counts ? quantity.intValueExact() : null;
    }
}
