package org.circlekeeper.coverage;

import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A patient's insurance with one payer.
 *
 * @param rank P, S or T: who pays first (2000B SBR01)
 * @param relationship {@code 18} when the patient is the subscriber, else as 2000C PAT01 has it
 * @param subscriber the subscriber's name when the patient is a dependent
 */
public record Coverage(
        UUID id,
        PatientId patient,
        UUID payer,
        String rank,
        String memberId,
        String groupNumber,
        String relationship,
        @Nullable PersonName subscriber,
        DateRange days,
        String source) {

    public Coverage {
        if (memberId.isBlank()) {
            throw new IllegalArgumentException("Insurance has a member id");
        }
        if (relationship.equals("18") != (subscriber == null)) {
            throw new IllegalArgumentException("A dependent's insurance names the subscriber, a subscriber's does not");
        }
    }
}
