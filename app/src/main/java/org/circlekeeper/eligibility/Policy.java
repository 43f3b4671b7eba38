package org.circlekeeper.eligibility;

import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/**
 * Which insurance an answer is about: rows on file that name the same person with the same payer and member id are one,
 * whatever group or rank they stand for, and are asked about once.
 *
 * @param memberId as the payer counts it: capitals, without spaces and hyphens
 */
public record Policy(PatientId patient, UUID payer, String memberId) {

    public Policy {
        memberId = plain(memberId);
        if (memberId.isEmpty()) {
            throw new IllegalArgumentException("An insurance has a member id");
        }
    }

    /** Cards print a number in groups, and in either case. */
    private static String plain(String memberId) {
        return memberId.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
    }
}
