package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;

/** What a session costs somebody who pays for it themselves. Pure. */
final class AgreedFee {

    /** Talks are about group therapy: what costs otherwise has the practice's own fee. */
    private static final ProcedureCode AGREED_ABOUT = ProcedureCode.GROUP_PSYCHOTHERAPY;

    private AgreedFee() {}

    /**
     * What was agreed last before that day, about an insurance in force on it or about none, and holds for a year; or
     * else the practice's fee; empty when there is neither.
     *
     * @param insured the insurances in force on that day
     * @param talks of the member, the latest first
     * @param fees what the practice charges, the newest first
     */
    static Optional<Money> on(
            LocalDate day, ProcedureCode code, List<InForce> insured, List<Talk> talks, List<Payers.Fee> fees) {
        return Optional.of(code)
                .filter(AGREED_ABOUT::equals)
                .flatMap(_ -> InForce.agreed(day, insured, talks))
                .filter(talk -> talk.said().outcome().amount() == Outcome.Amount.NEEDED)
                .flatMap(talk -> Optional.ofNullable(talk.said().amount()))
                .or(() -> fees.stream()
                        .filter(fee -> fee.code().equals(code) && !fee.from().isAfter(day))
                        .findFirst()
                        .map(Payers.Fee::charge));
    }
}
