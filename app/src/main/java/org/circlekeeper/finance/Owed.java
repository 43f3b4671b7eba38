package org.circlekeeper.finance;

import java.time.LocalDate;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Because;

/**
 * A good-faith estimate that is owed to a member and was not given yet.
 *
 * @param from the first session that it has to tell of
 * @param dueBy the last day on which it may be given
 * @param because the sentence that says why; it names no member
 */
public record Owed(
        PatientId patient, GroupId group, EstimateReason reason, LocalDate from, LocalDate dueBy, Because because) {

    public boolean isOverdue(LocalDate today) {
        return dueBy.isBefore(today);
    }

    /** What tells it from others: the same situation, the same key. */
    String key() {
        return "estimate:" + patient + ":" + group + ":" + reason + ":" + dueBy;
    }
}
