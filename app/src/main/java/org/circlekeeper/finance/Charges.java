package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.FeeSchedule;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.Money;

/**
 * What a session of a group is charged at, as claims charge it: the group's own fee before its kind's, and either
 * before the practice's fee for the code. Pure.
 *
 * @param practice what the practice charges for each code, the newest first
 */
record Charges(List<Payers.Fee> practice, FeeSchedule own) {

    Charges {
        practice = List.copyOf(practice);
    }

    /** Empty while no fee is set for that day. */
    Optional<Money> on(LocalDate day, Group group) {
        return own.on(group.id(), group.type(), day)
                .or(() -> practice.stream()
                        .filter(fee ->
                                fee.code().equals(group.code()) && !fee.from().isAfter(day))
                        .findFirst()
                        .map(Payers.Fee::charge));
    }
}
