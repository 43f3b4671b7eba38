package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;

/** What a session costs somebody who pays for it themselves. Pure. */
final class AgreedFee {

    private static final int YEARS = 1;

    private AgreedFee() {}

    /**
     * What was agreed last before that day and holds for a year, or else the practice's fee; empty when there is
     * neither.
     *
     * @param talks of the member, the latest first
     * @param fees what the practice charges, the newest first
     */
    static Optional<Money> on(LocalDate day, ProcedureCode code, List<Talk> talks, List<Payers.Fee> fees) {
        return talks.stream()
                .filter(talk -> !talk.said().on().isAfter(day))
                .filter(talk -> talk.said().outcome().isAboutPaying())
                .findFirst()
                .filter(talk -> talk.said().on().plusYears(YEARS).isAfter(day))
                .filter(talk -> talk.said().outcome().amount() == Outcome.Amount.NEEDED)
                .flatMap(talk -> Optional.ofNullable(talk.said().amount()))
                .or(() -> fees.stream()
                        .filter(fee -> fee.code().equals(code) && !fee.from().isAfter(day))
                        .findFirst()
                        .map(Payers.Fee::charge));
    }
}
