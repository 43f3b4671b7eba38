package org.circlekeeper.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/**
 * That somebody showed who they are before they signed.
 *
 * @param signer who it was
 * @param patient for whom they came in: themselves, or the one for whom they act
 */
public record Authentication(Method method, UUID signer, PatientId patient, Instant at) {

    /** Longer ago it is shown again (NIST SP 800-63B, 4.2.3: every twelve hours at the second level). */
    public static final Duration HOLDS = Duration.ofHours(12);

    /** How it was shown. */
    public enum Method {
        /** A link of one use, and a code beside it. */
        LINK_AND_CODE,
        PASSKEY,
        /** In the practice, on its device, after staff had seen an identity card. */
        IN_PERSON
    }
}
