package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;

/** From which day on a member decides for themselves: asked of whoever knows the law of the states. */
public interface OfAge {

    /**
     * For each of these members the first day on which they are of age, or on which they consented to care of their own
     * where their state lets minors do so.
     */
    Map<PatientId, LocalDate> from(Collection<Patient> members);

    /** The same of one. */
    default LocalDate from(Patient member) {
        return Objects.requireNonNull(from(List.of(member)).get(member.id()));
    }
}
