package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * Which authorization each visit takes its unit from. A visit that has a unit keeps it as long as it may; of several
 * authorizations the one that ends first is used first, so that the fewest units lapse. Pure.
 */
public final class Allotment {

    private static final Comparator<Authorization> ENDS_FIRST = Comparator.comparing(Authorization::coversThrough)
            .thenComparing(authorization -> authorization.days().first())
            .thenComparing(Authorization::id);

    private final Collection<Authorization> authorizations;
    private final Map<UUID, Integer> left = new HashMap<>();
    private final Map<UUID, UUID> allotted = new LinkedHashMap<>();

    private Allotment(Collection<Authorization> authorizations) {
        this.authorizations = authorizations;
        authorizations.forEach(authorization -> left.put(authorization.id(), authorization.units()));
    }

    /**
     * A visit that was, or one to come.
     *
     * @param payer who pays first on that day; null when nobody does
     * @param held the authorization of which it has a unit; null when it has none
     */
    public record Visit(
            UUID id,
            PatientId patient,
            @Nullable UUID payer,
            ProcedureCode code,
            LocalDate day,
            @Nullable UUID held) {}

    /** By visit, the authorization of which it takes a unit. Whoever is not in it has none: all are taken. */
    public static Map<UUID, UUID> of(Collection<Authorization> authorizations, List<Visit> visits) {
        var allotment = new Allotment(authorizations);
        var inTime = visits.stream().sorted(Comparator.comparing(Visit::day)).toList();
        inTime.forEach(allotment::keep);
        inTime.forEach(allotment::give);
        return allotment.allotted;
    }

    private void keep(Visit visit) {
        authorizations.stream()
                .filter(one -> one.id().equals(visit.held()) && mayHave(visit, one))
                .findFirst()
                .ifPresent(one -> take(visit, one));
    }

    private void give(Visit visit) {
        if (!allotted.containsKey(visit.id())) {
            next(visit).ifPresent(one -> take(visit, one));
        }
    }

    private Optional<Authorization> next(Visit visit) {
        return authorizations.stream().filter(one -> mayHave(visit, one)).min(ENDS_FIRST);
    }

    private boolean mayHave(Visit visit, Authorization one) {
        return one.patient().equals(visit.patient())
                && one.covers(visit.payer(), visit.code(), visit.day())
                && left.getOrDefault(one.id(), 0) > 0;
    }

    private void take(Visit visit, Authorization one) {
        left.merge(one.id(), -1, Integer::sum);
        allotted.put(visit.id(), one.id());
    }
}
