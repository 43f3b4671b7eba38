package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer or clearinghouse says of one claim, in a 277CA (TR3 005010X214, 2200D) or a 277 (TR3 005010X212, 2200D
 * and 2200E).
 *
 * @param claimNumber our CLM01: TRN02 in a 277CA, REF*EJ in a 277
 * @param trace TRN02: in a 277 that of our question
 * @param payerClaimNumber REF*1K
 * @param clearinghouseNumber REF*D9
 * @param serviceDate DTP*472, the first day
 * @param statuses every STC of the claim, in the order of the file
 * @param services every STC of its services
 */
public record ClaimAnswer(
        String claimNumber,
        String trace,
        String payerClaimNumber,
        String clearinghouseNumber,
        ReadClaim.ReadPerson patient,
        String memberId,
        @Nullable LocalDate serviceDate,
        List<Status> statuses,
        List<ServiceAnswer> services) {

    /**
     * One STC segment.
     *
     * @param codes STC01, STC10 and STC11
     * @param action STC03: WQ accepts, U rejects; of a 277CA alone
     * @param charge STC04; null when it is no amount
     * @param paid STC05; null when it is no amount
     * @param payment STC09: the check or transfer
     * @param text STC12
     */
    public record Status(
            List<Code> codes,
            String action,
            @Nullable LocalDate day,
            @Nullable Money charge,
            @Nullable Money paid,
            String payment,
            String text) {}

    /** Category, status and whom it is about: A7, 562 and 85. */
    public record Code(String category, String status, String entity) {

        @Override
        public String toString() {
            return category + ":" + status + (entity.isEmpty() ? "" : ":" + entity);
        }
    }

    /** What is said of one service of the claim; {@code lineId} is our REF*6R, which comes back as REF*FJ. */
    public record ServiceAnswer(String lineId, String code, List<Status> statuses) {}
}
