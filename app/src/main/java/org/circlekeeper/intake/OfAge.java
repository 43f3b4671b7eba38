package org.circlekeeper.intake;

import java.time.LocalDate;
import org.circlekeeper.patients.Patient;

/** From which day on a member decides for themselves: asked of whoever knows the law of the states. */
public interface OfAge {

    /** The first day on which they are of age. */
    LocalDate from(Patient member);
}
