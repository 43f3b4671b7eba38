package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * How far what one payer has authorized for a member reaches, counted along the sessions to come: until the last day,
 * the last unit, or the end of the plan's year, whichever comes first. Past the planned weeks of the calendar its last
 * four weeks are taken to go on. Pure.
 *
 * @param through the last session that is covered; null when the next one is not
 * @param without the first session that is not covered; null when all that can be foreseen are
 * @param why what ends it
 * @param reserved units that sessions to come will take, as far as they are planned, by authorization; those behind a
 *     gap too
 * @param unmarked sessions that have begun and that nobody has marked: they may take a unit yet
 * @param foreseen whether the calendar's weeks had to be taken to go on
 */
public record BurnDown(
        @Nullable LocalDate through,
        @Nullable LocalDate without,
        Why why,
        Map<UUID, Integer> reserved,
        int unmarked,
        boolean foreseen) {

    private static final int WEEKS_THAT_GO_ON = 4;
    private static final int DAYS_FORESEEN = 400;

    public BurnDown {
        reserved = Map.copyOf(reserved);
    }

    /** What ends the cover. */
    public enum Why {
        UNITS("the units are used up"),
        LAST_DAY("the authorization ends"),
        PLAN_YEAR("the plan's year ends"),
        NONE("none is on file"),
        /** It reaches past everything that is planned. */
        LASTS("it lasts"),
        NOTHING_PLANNED("no session is planned");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /**
     * What is counted.
     *
     * @param left the units of each authorization that no visit has taken; none are below zero
     * @param seats their seats that nobody has marked, in the order of time
     * @param planned the last day for which the calendar has sessions
     */
    public record Facts(
            PatientId patient,
            UUID payer,
            ProcedureCode code,
            LocalDate today,
            LocalDate planned,
            List<Authorization> authorizations,
            Map<UUID, Integer> left,
            List<UnitsUsed.Seat> seats) {}

    /** Counts. */
    public static BurnDown of(Facts facts) {
        var planned = facts.seats().stream()
                .filter(seat -> seat.code().equals(facts.code()))
                .toList();
        var begun = planned.stream().filter(UnitsUsed.Seat::begun).toList();
        var days = new ArrayList<LocalDate>();
        planned.stream().filter(seat -> !seat.begun()).map(UnitsUsed.Seat::day).forEach(days::add);
        int known = days.size();
        days.addAll(goingOn(days, facts.planned(), facts.today()));
        var stock = new Stock(facts.authorizations(), facts.left());
        begun.forEach(seat -> stock.take(seat.day(), false));
        LocalDate through = null;
        LocalDate without = null;
        var why = days.isEmpty() ? Why.NOTHING_PLANNED : Why.LASTS;
        for (int i = 0; i < days.size() && (without == null || i < known); i++) {
            var day = days.get(i);
            boolean covered = stock.take(day, i < known);
            if (without == null && covered) {
                through = day;
            } else if (without == null) {
                without = day;
                why = stock.whyNot(day);
            }
        }
        boolean foreseen = through != null && through.isAfter(facts.planned())
                || without != null && without.isAfter(facts.planned());
        return new BurnDown(through, without, why, stock.kept, begun.size(), foreseen);
    }

    /** The last four planned weeks, again and again. A seat that has ended by then goes on no more. */
    private static List<LocalDate> goingOn(List<LocalDate> days, LocalDate planned, LocalDate today) {
        var pattern = days.stream()
                .filter(day -> day.isAfter(planned.minusWeeks(WEEKS_THAT_GO_ON)) && !day.isAfter(planned))
                .toList();
        var more = new ArrayList<LocalDate>();
        if (pattern.isEmpty()) {
            return more;
        }
        var end = today.plusDays(DAYS_FORESEEN);
        for (int again = 1; ; again++) {
            for (var day : pattern) {
                var later = day.plusWeeks((long) again * WEEKS_THAT_GO_ON);
                if (later.isAfter(end)) {
                    return more;
                }
                more.add(later);
            }
        }
    }

    /** By when a new request is to be sent; null when nothing runs out. */
    public @Nullable LocalDate askBy(DecisionClock clock) {
        if (without == null) {
            return null;
        }
        var last = through == null ? without : through;
        return last.minusDays(clock.daysAhead());
    }

    /** As in {@code Covers through Tue 12 May 2026; ask by Tue 28 Apr 2026: the units are used up.} */
    public String says(DecisionClock clock) {
        var ask = askBy(clock);
        if (ask == null || without == null) {
            return switch (why) {
                case NOTHING_PLANNED -> "No session is planned that would take a unit.";
                case UNITS, LAST_DAY, PLAN_YEAR, NONE, LASTS -> "Covers every session that can be foreseen.";
            };
        }
        var covers = through == null
                ? "Does not cover the next session, " + Words.day(without)
                : "Covers through " + (foreseen ? "about " : "") + Words.day(through);
        return covers + "; ask by " + Words.day(ask) + ": " + why.words + ".";
    }

    /** The units that are left, the earliest ending first. */
    private static final class Stock {

        private final List<Authorization> authorizations;
        private final Map<UUID, Integer> left;
        private final Map<UUID, Integer> taken = new HashMap<>();
        private final Map<UUID, Integer> kept = new HashMap<>();

        Stock(Collection<Authorization> authorizations, Map<UUID, Integer> left) {
            this.authorizations = authorizations.stream()
                    .sorted(Comparator.comparing(Authorization::coversThrough))
                    .toList();
            this.left = left;
        }

        /** @param planned whether the unit is kept for a session of the calendar */
        boolean take(LocalDate day, boolean planned) {
            var next = authorizations.stream()
                    .filter(one -> one.isOpenOn(day) && units(one) > 0)
                    .findFirst();
            next.ifPresent(one -> {
                taken.merge(one.id(), 1, Integer::sum);
                if (planned) {
                    kept.merge(one.id(), 1, Integer::sum);
                }
            });
            return next.isPresent();
        }

        Why whyNot(LocalDate day) {
            if (authorizations.isEmpty()) {
                return Why.NONE;
            }
            if (authorizations.stream().anyMatch(one -> one.isOpenOn(day))) {
                return Why.UNITS;
            }
            boolean yearEnded = authorizations.stream()
                    .anyMatch(one -> one.days().includes(day) && !one.isOpenOn(day) && units(one) > 0);
            return yearEnded ? Why.PLAN_YEAR : Why.LAST_DAY;
        }

        private int units(Authorization one) {
            return left.getOrDefault(one.id(), 0) - taken.getOrDefault(one.id(), 0);
        }
    }
}
