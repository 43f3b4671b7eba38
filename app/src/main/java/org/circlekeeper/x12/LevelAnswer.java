package org.circlekeeper.x12;

import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a 277CA or 277 says of a whole batch or of all claims of a provider (2200B and 2200C).
 *
 * @param level HL03: 21 is whoever sent the claims, 19 the provider
 * @param trace TRN02; of a batch our BHT03
 * @param acceptedClaims QTY*90 or, of a provider, QTY*QA; −1 where it is not told
 * @param rejectedClaims QTY*AA or QTY*QC; −1 where it is not told
 */
public record LevelAnswer(
        String level,
        String trace,
        List<ClaimAnswer.Status> statuses,
        long acceptedClaims,
        long rejectedClaims,
        @Nullable Money accepted,
        @Nullable Money rejected) {}
