package org.circlekeeper.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Claims of one payer that were filed together, as one 837P.
 *
 * @param interchange ISA13, nine digits
 * @param reference BHT03, which the payer's first answer repeats
 * @param test ISA15 is T: checked by the receiver, not paid
 * @param filedBy who made the file
 * @param releasedBy on whose word it goes
 * @param deliveredAt when it left; null while it waits
 * @param trouble why it still waits, when something is in its way
 */
public record Batch(
        UUID id,
        UUID payer,
        String payerId,
        String payerName,
        LocalDate filedOn,
        String interchange,
        String reference,
        String fileName,
        String sha256,
        int claims,
        Money total,
        boolean test,
        String filedBy,
        Instant filedAt,
        String releasedBy,
        @Nullable Instant deliveredAt,
        @Nullable Instant recalledAt,
        @Nullable String recalledWhy,
        @Nullable Instant exportedAt,
        @Nullable String trouble) {}
