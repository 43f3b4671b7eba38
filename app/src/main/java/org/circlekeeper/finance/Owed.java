package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;

/**
 * A good-faith estimate that is owed to a member and was not given yet.
 *
 * @param from the first session that it has to tell of
 * @param dueBy the last day on which it may be given
 * @param because the sentence that says why; it names no member
 */
public record Owed(
        PatientId patient, GroupId group, EstimateReason reason, LocalDate from, LocalDate dueBy, Because because) {

    /** @param at when it was found out */
    static Owed of(PatientId patient, GroupId group, EstimateNeed.Need need, Instant at) {
        return new Owed(
                patient,
                group,
                need.reason(),
                need.from(),
                need.dueBy(),
                Because.of(
                        need.because() + " Group therapy here is estimated in writing (45 CFR 149.610(b)(1)).",
                        new Evidence("The member's page about money.", "/patients/" + patient + "/money", at)));
    }

    public boolean isOverdue(LocalDate today) {
        return dueBy.isBefore(today);
    }

    /** What tells it from others; the day by which it is due is not part of it: an overdue one is not done. */
    String key() {
        return "estimate:" + patient + ":" + group + ":" + reason;
    }
}
