package org.circlekeeper.coverage;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far authorizations reach, for many members at once: a fixed number of questions. */
@Component
public class AuthorizedCares {

    /** Sessions that began longer ago and that nobody marked wait for their sheet and for nothing else. */
    private static final int UNMARKED_DAYS = 60;

    /** The calendar is planned for thirteen weeks; the last of them may not be there yet. */
    private static final int PLANNED_WEEKS = 12;

    /** Whose authorization ended no longer ago, and who goes on coming, is still told of. */
    private static final int ENDED_DAYS = 90;

    private final AuthorizationStore store;
    private final CoverageStore coverages;
    private final DecisionClocks clocks;
    private final UnitsUsed units;

    AuthorizedCares(AuthorizationStore store, CoverageStore coverages, DecisionClocks clocks, UnitsUsed units) {
        this.store = store;
        this.coverages = coverages;
        this.clocks = clocks;
        this.units = units;
    }

    /** What one payer is asked for, about one member. */
    private record Asked(PatientId patient, UUID payer, ProcedureCode code) {}

    /**
     * Of every member who has an authorization that has not ended, or one that ended lately and seats that would need
     * it, or a seat and a payer who asks for one.
     */
    public List<AuthorizedCare> all(LocalDate today) {
        var members = new LinkedHashSet<>(store.notEndedBefore(today.minusDays(ENDED_DAYS)));
        var asking = clocks.asking(today).keySet();
        if (!asking.isEmpty()) {
            members.addAll(store.insuredWith(asking, today, today.plusWeeks(PLANNED_WEEKS)));
        }
        return of(members, today);
    }

    public List<AuthorizedCare> of(Collection<PatientId> members, LocalDate today) {
        if (members.isEmpty()) {
            return List.of();
        }
        var gathered = gather(members, today);
        var cares = new ArrayList<AuthorizedCare>();
        for (var asked : gathered.asked()) {
            cares.add(gathered.care(asked));
        }
        return cares;
    }

    private Gathered gather(Collection<PatientId> members, LocalDate today) {
        return new Gathered(
                today,
                today.plusWeeks(PLANNED_WEEKS),
                store.of(members).stream()
                        .filter(one -> !one.coversThrough().isBefore(today.minusDays(ENDED_DAYS)))
                        .collect(groupingBy(Authorization::patient)),
                coverages.of(members).stream().collect(groupingBy(Coverage::patient)),
                units.used(members),
                units.expected(members, today.minusDays(UNMARKED_DAYS), today.plusWeeks(PLANNED_WEEKS)).stream()
                        .collect(groupingBy(UnitsUsed.Seat::patient)),
                clocks.asking(today),
                clocks.on(today));
    }

    /** All that is known, by member and by payer. */
    private record Gathered(
            LocalDate today,
            LocalDate planned,
            Map<PatientId, List<Authorization>> authorizations,
            Map<PatientId, List<Coverage>> coverages,
            Map<UUID, Integer> used,
            Map<PatientId, List<UnitsUsed.Seat>> seats,
            Map<UUID, String> asking,
            Map<UUID, DecisionClock> clocks) {

        /**
         * Each service that somebody has an authorization for, or is to come for where the payer asks for one: it says
         * so, or it gave one that ended lately.
         */
        Set<Asked> asked() {
            var asked = new LinkedHashSet<Asked>();
            var ended = new HashSet<Asked>();
            authorizations.forEach((patient, granted) -> granted.forEach(
                    one -> (hasEnded(one) ? ended : asked).add(new Asked(patient, one.payer(), one.code()))));
            seats.values().stream().flatMap(List::stream).forEach(seat -> {
                var payer = payer(seat);
                if (payer == null) {
                    return;
                }
                var needed = new Asked(seat.patient(), payer, seat.code());
                if (asking.containsKey(payer) || !seat.begun() && ended.contains(needed)) {
                    asked.add(needed);
                }
            });
            return asked;
        }

        private boolean hasEnded(Authorization one) {
            return one.coversThrough().isBefore(today);
        }

        AuthorizedCare care(Asked asked) {
            var granted = authorizations.getOrDefault(asked.patient(), List.of()).stream()
                    .filter(one ->
                            one.payer().equals(asked.payer()) && one.code().equals(asked.code()))
                    .toList();
            var left = new HashMap<UUID, Integer>();
            var taken = new HashMap<UUID, Integer>();
            for (var one : granted) {
                int visits = used.getOrDefault(one.id(), 0);
                taken.put(one.id(), visits);
                left.put(one.id(), Math.max(0, one.units() - visits));
            }
            var expected = seats.getOrDefault(asked.patient(), List.of()).stream()
                    .filter(seat -> asked.payer().equals(payer(seat)))
                    .toList();
            var facts = new BurnDown.Facts(
                    asked.patient(), asked.payer(), asked.code(), today, planned, granted, left, expected);
            return new AuthorizedCare(
                    asked.patient(),
                    asked.payer(),
                    asked.code(),
                    granted.stream().filter(one -> !hasEnded(one)).toList(),
                    taken,
                    asking.getOrDefault(asked.payer(), ""),
                    BurnDown.of(facts),
                    clocks.getOrDefault(asked.payer(), DecisionClock.UNKNOWN));
        }

        /** Who pays first on the day of the seat; null when nobody does. */
        private @Nullable UUID payer(UnitsUsed.Seat seat) {
            return coverages.getOrDefault(seat.patient(), List.of()).stream()
                    .filter(one -> one.days().includes(seat.day()))
                    .findFirst()
                    .map(Coverage::payer)
                    .orElse(null);
        }
    }
}
