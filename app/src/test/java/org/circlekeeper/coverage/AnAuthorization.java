package org.circlekeeper.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;

/** An authorization that is fine: of 2026, for a group. */
final class AnAuthorization {

    static final PatientId ANA = new PatientId(new UUID(1, 1));
    static final UUID PAYER = new UUID(2, 2);
    static final ProcedureCode GROUP = ProcedureCode.GROUP_PSYCHOTHERAPY;

    private AnAuthorization() {}

    static Authorization of(String number, int units, String first, String last) {
        return new Authorization(
                UUID.nameUUIDFromBytes(number.getBytes(UTF_8)),
                ANA,
                PAYER,
                number,
                GROUP,
                units,
                new DateRange(LocalDate.parse(first), LocalDate.parse(last)));
    }

    static Authorization until(Authorization one, String planYear) {
        var terms = one.terms();
        return one.with(new Authorization.Terms(
                terms.number(), terms.code(), terms.units(), terms.days(), LocalDate.parse(planYear)));
    }
}
