package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.util.Map;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * How many visits, and how they lie in time: an HSD. {@code VS*12} is twelve visits, {@code VS*1*WK**35*12} one a week
 * for twelve weeks, {@code VS*1*WK*2*35*12} one every second week.
 *
 * @param kind HSD01: VS visits, DY days, HS hours, FL units; empty when not told
 * @param quantity HSD02
 * @param unit HSD03: DA, WK, MO, …
 * @param every HSD04, of how many units one counts; null is one
 * @param period HSD05: 7 day, 34 month, 35 week, 29 remaining, …
 * @param periods HSD06
 */
public record VisitPattern(
        String kind,
        @Nullable BigDecimal quantity,
        String unit,
        @Nullable BigDecimal every,
        String period,
        @Nullable BigDecimal periods) {

    private static final Map<String, String> PERIOD_OF_UNIT =
            Map.of("DA", "7", "WK", "35", "MO", "34", "YR", "21", "Q1", "6");

    private static final Map<String, String> WORDS = Map.of(
            "DA", "day", "WK", "week", "MO", "month", "YR", "year", "7", "day", "34", "month", "35", "week", "21",
            "year");

    static VisitPattern of(Segment hsd) {
        return new VisitPattern(
                hsd.element(1),
                ReadValues.decimal(hsd.element(2)),
                hsd.element(3),
                ReadValues.decimal(hsd.element(4)),
                hsd.element(5),
                ReadValues.decimal(hsd.element(6)));
    }

    /** All visits together; null when the pattern has no such number, as three a week for two months. */
    public @Nullable BigDecimal total() {
        if (quantity == null || unit.isEmpty()) {
            return quantity;
        }
        boolean sameMeasure = period.equals(PERIOD_OF_UNIT.get(unit));
        if (periods == null || !sameMeasure) {
            return null;
        }
        if (every == null || every.signum() <= 0) {
            return quantity.multiply(periods);
        }
        var times = periods.divideToIntegralValue(every);
        return quantity.multiply(times);
    }

    /** In words, such as {@code 1 per week for 12 weeks}; empty when it is a plain number. */
    public String words() {
        if (quantity == null || unit.isEmpty()) {
            return "";
        }
        var unitWord = WORDS.getOrDefault(unit, unit);
        var rate = quantity.toPlainString()
                + (every == null || every.compareTo(BigDecimal.ONE) == 0
                        ? " per " + unitWord
                        : " every " + every.toPlainString() + " " + unitWord + "s");
        return periods == null
                ? rate
                : rate + " for " + periods.toPlainString() + " " + WORDS.getOrDefault(period, "of period " + period)
                        + (periods.compareTo(BigDecimal.ONE) == 0 ? "" : "s");
    }
}
