package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;

/** What a session costs somebody who pays for it themselves. Pure. */
final class AgreedFee {

    /** Talks are about group therapy: a group of another kind of service costs its fee. */
    private static final ProcedureCode AGREED_ABOUT = ProcedureCode.GROUP_PSYCHOTHERAPY;

    private AgreedFee() {}

    /**
     * What was agreed last before that day and holds on it; or else the fee of the group; empty when there is neither.
     * Who pays the full fee pays that of their group on its day.
     *
     * @param insured the insurances in force on that day
     */
    static Optional<Money> on(
            LocalDate day, Group group, List<InForce> insured, Agreements agreements, Charges charges) {
        return Optional.of(group.code())
                .filter(AGREED_ABOUT::equals)
                .flatMap(_ -> agreements.on(day, insured))
                .filter(talk -> talk.said().outcome() == Outcome.SLIDING_FEE
                        || talk.said().outcome() == Outcome.PRIVATE_CONTRACT)
                .flatMap(talk -> Optional.ofNullable(talk.said().amount()))
                .or(() -> charges.on(day, group));
    }
}
