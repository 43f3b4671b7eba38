package org.circlekeeper.x12;

import java.util.HashSet;
import java.util.List;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * One claim of an 837P (loop 2300). Refuses what no payer could read; whether a payer would pay is decided elsewhere.
 *
 * @param claimNumber CLM01, which every answer repeats
 * @param dependent the patient when the subscriber is not
 * @param frequency CLM05-3: 1 first, 7 replaces, 8 takes back
 * @param priorAuthorization REF*G1
 * @param payerClaimNumber REF*F8: the payer's own number of the claim that is replaced or taken back
 * @param patientPaid AMT*F5
 * @param rendering null when the billing provider led the session
 * @param facility null when the session was at the billing provider's address
 */
public record ProfessionalClaim(
        String claimNumber,
        Subscriber subscriber,
        @Nullable Dependent dependent,
        Money charge,
        String placeOfService,
        String frequency,
        @Nullable String priorAuthorization,
        @Nullable String payerClaimNumber,
        @Nullable Money patientPaid,
        List<DiagnosisCode> diagnoses,
        @Nullable RenderingProvider rendering,
        @Nullable ServiceFacility facility,
        List<ServiceLine> lines) {

    private static final List<String> FREQUENCIES = List.of("1", "7", "8");
    private static final String FIRST = "P";
    private static final int DIAGNOSES = 12;
    private static final int LINES = 50;

    public ProfessionalClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        refuseNumber(claimNumber);
        refusePatient(subscriber, dependent);
        Refuse.placeOfService(placeOfService);
        refuseReferences(frequency, priorAuthorization, payerClaimNumber);
        refuseDiagnoses(diagnoses);
        refuseLines(lines, diagnoses.size());
        refuseAmounts(lines, charge, patientPaid);
    }

    /** TR3 2300 CLM01 allows 20; several payers return 17, and some drop everything but letters and digits. */
    private static void refuseNumber(String number) {
        boolean plain = number.chars().allMatch(character -> Refuse.isCode((char) character));
        if (number.isEmpty() || number.length() > 17 || !plain) {
            throw new IllegalArgumentException("A claim number has 1 to 17 capital letters and digits");
        }
    }

    /** TR3 2010BA N3, N4 and DMG: required when the subscriber is the patient. */
    private static void refusePatient(Subscriber subscriber, @Nullable Dependent dependent) {
        if (!subscriber.payerResponsibility().equals(FIRST)) {
            throw new IllegalArgumentException("A claim to a second payer tells what the first one paid (2320)");
        }
        if (dependent == null && (subscriber.address() == null || subscriber.birthDate() == null)) {
            throw new IllegalArgumentException("A claim says where its patient lives and when they were born");
        }
    }

    private static void refuseReferences(String frequency, @Nullable String authorization, @Nullable String payers) {
        Refuse.otherThan(FREQUENCIES, frequency, "The frequency of a claim");
        if (authorization != null) {
            Refuse.foreignIdentifier(authorization, 50, "A prior authorization number");
        }
        if (payers != null) {
            Refuse.foreignIdentifier(payers, 50, "The payer's claim number");
        } else if (!frequency.equals("1")) {
            throw new IllegalArgumentException("A replacement or a void names the payer's claim number (REF*F8)");
        }
    }

    private static void refuseDiagnoses(List<DiagnosisCode> diagnoses) {
        if (diagnoses.isEmpty() || diagnoses.size() > DIAGNOSES) {
            throw new IllegalArgumentException("A claim has one to twelve diagnoses");
        }
        if (diagnoses.size() > 1 && new HashSet<>(diagnoses).size() < diagnoses.size()) {
            throw new IllegalArgumentException("A claim gives each diagnosis once");
        }
    }

    private static void refuseLines(List<ServiceLine> lines, int diagnoses) {
        if (lines.isEmpty() || lines.size() > LINES) {
            throw new IllegalArgumentException("A claim has one to fifty services");
        }
        var ids = new HashSet<String>();
        for (var line : lines) {
            if (!ids.add(line.lineId())) {
                throw new IllegalArgumentException("Each service of a claim has a number of its own (REF*6R)");
            }
            for (int pointer : line.diagnosisPointers()) {
                if (pointer < 1 || pointer > diagnoses) {
                    throw new IllegalArgumentException("A service points to diagnosis " + pointer + " of " + diagnoses);
                }
            }
        }
    }

    private static void refuseAmounts(List<ServiceLine> lines, Money charge, @Nullable Money patientPaid) {
        long cents = 0;
        for (var line : lines) {
            cents = Math.addExact(cents, line.charge().cents());
        }
        if (cents != charge.cents()) {
            throw new IllegalArgumentException("A claim's charge is the sum of its services, to the cent");
        }
        if (patientPaid != null && patientPaid.cents() < 0) {
            throw new IllegalArgumentException("A patient does not pay less than nothing");
        }
    }
}
