package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.circlekeeper.terms.Money;

/**
 * Every fee that kinds of groups and groups have of their own: that of the group stands before that of its kind, and
 * both before the practice's fee for the code. Pure.
 */
public record FeeSchedule(List<OwnFee> fees) {

    public static final FeeSchedule NONE = new FeeSchedule(List.of());

    public FeeSchedule {
        fees = List.copyOf(fees);
    }

    /** What a session of that group costs on a day; empty when neither it nor its kind has a fee of its own then. */
    public Optional<Money> on(GroupId group, UUID type, LocalDate day) {
        return of(group, day).or(() -> newest(fee -> type.equals(fee.type()), day));
    }

    /** What the group itself charges on a day, whatever its kind does. */
    Optional<Money> of(GroupId group, LocalDate day) {
        return newest(fee -> group.equals(fee.group()), day);
    }

    private Optional<Money> newest(Predicate<OwnFee> whose, LocalDate day) {
        return fees.stream()
                .filter(whose)
                .filter(fee -> !fee.from().isAfter(day))
                .max(Comparator.comparing(OwnFee::from))
                .map(OwnFee::charge)
                .filter(Objects::nonNull);
    }
}
