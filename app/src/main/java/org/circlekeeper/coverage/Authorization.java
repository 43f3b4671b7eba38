package org.circlekeeper.coverage;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * A payer's prior authorization: so many units of a code, from a first to a last day. REF*G1 of a claim (005010X222A1,
 * loop 2300).
 *
 * @param number as the payer gave it
 * @param units how many visits it covers, from 1
 * @param planYearEnds the last day of the plan's year, when that comes before the last day and somebody said so
 */
public record Authorization(
        UUID id,
        PatientId patient,
        UUID payer,
        String number,
        ProcedureCode code,
        int units,
        DateRange days,
        @Nullable LocalDate planYearEnds) {

    public Authorization {
        if (number.isBlank() || units < 1 || days.last() == null) {
            throw new IllegalArgumentException("An authorization has a number, a unit at the least and a last day");
        }
    }

    /** One of which nobody said when the plan's year ends. */
    public Authorization(
            UUID id, PatientId patient, UUID payer, String number, ProcedureCode code, int units, DateRange days) {
        this(id, patient, payer, number, code, units, days, null);
    }

    /** The last day that the payer gave. */
    public LocalDate lastDay() {
        var last = days.last();
        return last == null ? LocalDate.MAX : last;
    }

    /** The last day on which a visit may take a unit: units do not go over into the plan's next year. */
    public LocalDate coversThrough() {
        return planYearEnds != null && planYearEnds.isBefore(lastDay()) ? planYearEnds : lastDay();
    }

    /** Whether a visit of that day may take a unit. */
    public boolean isOpenOn(LocalDate day) {
        return days.includes(day) && !day.isAfter(coversThrough());
    }

    /** Whether it is for what this payer is billed for that service on that day. */
    public boolean covers(@Nullable UUID asked, ProcedureCode service, LocalDate day) {
        return payer.equals(asked) && code.equals(service) && isOpenOn(day);
    }

    /** As it was once added, with other terms. */
    public Authorization with(Terms terms) {
        return new Authorization(
                id, patient, payer, terms.number(), terms.code(), terms.units(), terms.days(), terms.planYearEnds());
    }

    public Terms terms() {
        return new Terms(number, code, units, days, planYearEnds);
    }

    /** What may change about it: everything but whose it is and who gave it. */
    public record Terms(
            String number,
            ProcedureCode code,
            int units,
            DateRange days,
            @Nullable LocalDate planYearEnds) {}
}
