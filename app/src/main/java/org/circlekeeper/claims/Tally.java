package org.circlekeeper.claims;

import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** How many claims of a status go to a payer, and for how much. {@code payer} is null where there is none. */
public record Tally(
        ClaimStatus status,
        @Nullable UUID payer,
        @Nullable String payerId,
        @Nullable String payerName,
        long claims,
        Money total) {}
