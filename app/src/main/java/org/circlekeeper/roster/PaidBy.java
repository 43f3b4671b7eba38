package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.circlekeeper.patients.PatientId;

/** Who pays first for members on a day. Whoever knows their insurance declares a bean; the list of members asks it. */
public interface PaidBy {

    /** The payer's name for each who has one. */
    Map<PatientId, String> payers(Collection<PatientId> patients, LocalDate day);
}
