package org.circlekeeper.signing;

import java.time.Instant;
import org.circlekeeper.patients.PatientId;

/**
 * A signed paper as it stands now.
 *
 * @param what PAPER, or ELECTRONIC_BUSINESS for the word that papers may be electronic at all
 * @param capacity as what it was signed, as {@link Capacity#code} says; empty on paper
 * @param holder whose word it is: the id of the signer, or {@link #TOGETHER}, or {@link #INK}
 * @param began when the first of it was signed
 * @param settledAt when it came to stand as it does
 */
public record Signature(
        SignatureId id,
        PatientId patient,
        Template template,
        String what,
        Medium medium,
        String capacity,
        String holder,
        SignatureStatus status,
        Instant began,
        String settledBy,
        Instant settledAt,
        String settledWhy) {

    static final String TOGETHER = "two guardians";
    static final String INK = "ink";

    /** Whether it counts. */
    public boolean isInForce() {
        return status == SignatureStatus.SIGNED;
    }

    public boolean isElectronicBusiness() {
        return what.equals("ELECTRONIC_BUSINESS");
    }
}
