package org.circlekeeper.eligibility;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of questions (270) as it was written.
 *
 * @param interchange ISA13, nine digits
 * @param sentAt when it left; null before that
 * @param trouble why it was called back; empty otherwise
 */
public record AskedFile(
        UUID id,
        UUID payer,
        String payerName,
        String fileName,
        String interchange,
        String sha256,
        int people,
        Instant putAt,
        @Nullable Instant sentAt,
        String trouble) {}
