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

    /**
     * For each of these members the first day on which they are of age, whatever care they consented to before: of
     * records under 42 CFR Part 2 a minor decides by another rule, which is not written down (42 CFR 2.14).
     */
    Map<PatientId, LocalDate> byYears(Collection<Patient> members);

    /** The day from which a member signs a paper themselves. */
    default LocalDate from(Patient member, boolean part2Consent) {
        var members = List.of(member);
        return Objects.requireNonNull((part2Consent ? byYears(members) : from(members)).get(member.id()));
    }
}
