package org.circlekeeper.roster;

import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;

/**
 * Two who are not to sit in one group on these days.
 *
 * @param byOrder whether a court says so: then nobody lets them in together
 */
public record Apart(UUID id, PatientId one, PatientId other, boolean byOrder, String reason, DateRange days) {

    boolean concerns(PatientId patient) {
        return one.equals(patient) || other.equals(patient);
    }

    PatientId from(PatientId patient) {
        return one.equals(patient) ? other : one;
    }
}
