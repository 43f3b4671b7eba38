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

    /**
     * What a group has to charge of its own so that in another kind it costs on every day what it costs in this one;
     * empty when nothing it may charge does that: where only the other kind has a fee, the group cannot have none.
     */
    Optional<List<OwnFee>> goOn(GroupId group, UUID from, UUID to) {
        var days = fees.stream()
                .filter(fee -> from.equals(fee.type()) || to.equals(fee.type()) || group.equals(fee.group()))
                .map(OwnFee::from)
                .distinct()
                .sorted()
                .toList();
        boolean same = days.stream().allMatch(day -> on(group, from, day).equals(on(group, to, day)));
        if (same) {
            return Optional.of(List.of());
        }
        boolean possible = days.stream()
                .allMatch(day -> on(group, from, day).isPresent()
                        || newest(fee -> to.equals(fee.type()), day).isEmpty());
        return Optional.of(days.stream()
                        .map(day -> new OwnFee(
                                null, group, day, on(group, from, day).orElse(null)))
                        .toList())
                .filter(_ -> possible);
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
