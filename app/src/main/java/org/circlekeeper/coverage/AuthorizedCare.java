package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * What one payer has authorized for one member and one service, how much of it is used and how far it reaches.
 *
 * @param authorizations that have not ended; none when the payer asks for one and gave none
 * @param used units that visits have taken, by authorization
 * @param needed where it stands that this payer asks for an authorization; empty when nothing says that it does
 */
public record AuthorizedCare(
        PatientId patient,
        UUID payer,
        ProcedureCode code,
        List<Authorization> authorizations,
        Map<UUID, Integer> used,
        String needed,
        BurnDown burnDown,
        DecisionClock clock) {

    public AuthorizedCare {
        authorizations = List.copyOf(authorizations);
        used = Map.copyOf(used);
    }

    /** Units that no visit has taken. */
    public int left() {
        return authorizations.stream().mapToInt(this::left).sum();
    }

    public int left(Authorization one) {
        return Math.max(0, one.units() - used.getOrDefault(one.id(), 0));
    }

    /** Units that sessions to come will take. */
    public int reserved() {
        return burnDown.reserved().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** By when a new request is to be sent; null when nothing runs out. */
    public @Nullable LocalDate askBy() {
        return burnDown.askBy(clock);
    }

    /** Whether what runs out has to be asked for on that day, or had to be before. */
    public boolean isToBeAskedBy(LocalDate day) {
        var by = askBy();
        return by != null && !by.isAfter(day);
    }

    /** The day on which the last of them ends; null without one. */
    public @Nullable LocalDate ends() {
        return authorizations.stream()
                .map(Authorization::coversThrough)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
