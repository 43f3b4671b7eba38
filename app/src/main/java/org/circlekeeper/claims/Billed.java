package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** What a claim says was done, by whom and for how much: taken from the visit when the claim is prepared. */
record Billed(
        @Nullable UUID payer,
        @Nullable UUID coverage,
        PractitionerId practitioner,
        LocalDate serviceDate,
        ProcedureCode code,
        List<String> modifiers,
        String placeOfService,
        Money charge,
        List<String> diagnoses,
        @Nullable String authorization,
        @Nullable LocalDate fileBy) {

    /** A session of group psychotherapy is one unit, however long it was. */
    static final int UNITS = 1;

    static Billed of(Visit visit, BillingRules rules) {
        var meeting = visit.meeting();
        var insurance = visit.insurance();
        var authorization = visit.authorization();
        return new Billed(
                insurance == null ? null : insurance.payer(),
                insurance == null ? null : insurance.id(),
                meeting.leader().id(),
                meeting.day(),
                meeting.code(),
                insurance == null
                        ? List.of()
                        : rules.of(insurance, meeting).modifiersAt(meeting.placeOfService(), meeting.heardOnly()),
                meeting.placeOfService(),
                rules.fee(meeting.code(), meeting.day()),
                visit.diagnoses(),
                authorization != null && authorization.taken() ? authorization.number() : null,
                insurance == null ? null : rules.lastDayToFile(insurance, meeting));
    }
}
