package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes to a session soon, or is about to, with one of their insurances.
 *
 * @param insurance null when none is on file: visits are self-pay
 * @param coming the next session they are expected at; null when there is none within the days looked ahead
 * @param standing why they are in the list at all
 */
public record Insured(
        PatientId patient,
        PersonName name,
        LocalDate birthDate,
        @Nullable Insurance insurance,
        @Nullable Coming coming,
        Standing standing) {

    /** How near somebody is to a first visit. */
    public enum Standing {
        /** They have a seat. */
        MEMBER,
        /** They said yes to a seat that is kept for them. */
        ACCEPTED,
        /** No seat is theirs, and none is kept for them: they wait, or only asked so far, or left. */
        WAITS
    }

    /**
     * An insurance that is in force or will be.
     *
     * @param rank P, S or T: who pays first (005010X222A1 2000B SBR01)
     * @param relationship 18 when the member holds the policy, else as 2000C PAT01 has it
     * @param subscriber who holds the policy, when it is somebody else
     */
    public record Insurance(
            UUID payer,
            String payerName,
            String payerId,
            Program program,
            String rank,
            String memberId,
            String relationship,
            @Nullable PersonName subscriber) {}

    /**
     * The next session.
     *
     * @param place where it is held (005010X222A1 CLM05-1)
     * @param memberSince the first day of the seat that it stands for
     */
    public record Coming(SessionId session, LocalDate day, String group, String place, LocalDate memberSince) {}

    /** Which insurance it is; null of whoever has none. */
    public @Nullable Policy policy() {
        return insurance == null ? null : new Policy(patient, insurance.payer(), insurance.memberId());
    }
}
