package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One patient's visit as one payer is told of it.
 *
 * @param number CLM01: what every answer calls it
 * @param patientExternalId how the system before this one called the patient
 * @param payer null when nobody is there to bill
 * @param payerId the payer id of X12; null as {@code payer}
 * @param fileBy the last day on which the payer takes it; null when no rule says
 * @param batch the file it is in
 * @param forDenial who filed it past a payer's rule, and why
 */
public record Claim(
        ClaimId id,
        String number,
        PatientId patient,
        @Nullable String patientExternalId,
        PersonName patientName,
        @Nullable UUID payer,
        @Nullable String payerId,
        @Nullable String payerName,
        SessionId session,
        String group,
        PersonName leader,
        LocalDate serviceDate,
        String code,
        List<String> modifiers,
        String placeOfService,
        Money charge,
        List<String> diagnoses,
        @Nullable String authorization,
        @Nullable LocalDate fileBy,
        ClaimStatus status,
        @Nullable UUID batch,
        @Nullable ForDenial forDenial,
        List<Finding> findings) {

    public Claim {
        modifiers = List.copyOf(modifiers);
        diagnoses = List.copyOf(diagnoses);
        findings = List.copyOf(findings);
    }

    /** A named person's word that the claim goes past what a payer's rule holds. */
    public record ForDenial(String by, String reason) {}

    /** What holds it, the first first. */
    public List<Finding> holds() {
        return findings.stream().filter(Finding::holds).toList();
    }

    /** Withdrawn before it was in any file: no payer has heard of it, and it is in no list of what is billed. */
    public boolean wasNeverFiled() {
        return status == ClaimStatus.VOIDED && batch == null;
    }

    Claim with(List<Finding> found) {
        return new Claim(
                id,
                number,
                patient,
                patientExternalId,
                patientName,
                payer,
                payerId,
                payerName,
                session,
                group,
                leader,
                serviceDate,
                code,
                modifiers,
                placeOfService,
                charge,
                diagnoses,
                authorization,
                fileBy,
                status,
                batch,
                forDenial,
                found);
    }
}
