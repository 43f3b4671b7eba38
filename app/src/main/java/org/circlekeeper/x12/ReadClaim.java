package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an 837P says about one claim, as text where the sender may have written anything; empty where it says nothing.
 *
 * @param patient the dependent when there is one, else the subscriber
 * @param charge null when CLM02 is not an amount
 * @param diagnoses without their dots, the principal one first
 */
public record ReadClaim(
        String claimNumber,
        String payerId,
        String memberId,
        String groupNumber,
        String filingCode,
        ReadPerson patient,
        @Nullable Money charge,
        String placeOfService,
        String frequency,
        String authorization,
        String payerClaimNumber,
        List<String> diagnoses,
        String billingNpi,
        String renderingNpi,
        List<ReadLine> lines) {

    /** Whose claim it is; {@code birthDate} is null when DMG02 is not a day. */
    public record ReadPerson(
            String last,
            String first,
            String middle,
            @Nullable LocalDate birthDate,
            String sex) {}

    /** One service; {@code charge} and {@code serviceDate} are null when the file has no amount or day there. */
    public record ReadLine(
            String lineId,
            String code,
            List<String> modifiers,
            @Nullable Money charge,
            String units,
            List<String> diagnosisPointers,
            @Nullable LocalDate serviceDate,
            String placeOfService) {}
}
