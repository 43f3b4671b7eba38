package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.circlekeeper.patients.PatientId;

/** Asks those above about whom no payer may be asked: as people are chosen, as a file is written, and as it leaves. */
public interface AskingCheck {

    /** Those of the patients about whom no payer may be asked today, each with the sentence that says why. */
    Map<PatientId, String> withheld(Collection<PatientId> patients, LocalDate today);
}
