package org.circlekeeper.coverage;

import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;

/** A payer's prior authorization: so many units of a code, from a first to a last day. REF*G1 of a claim. */
public record Authorization(
        UUID id, PatientId patient, UUID payer, String number, ProcedureCode code, int units, DateRange days) {}
