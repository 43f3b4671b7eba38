package org.circlekeeper.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a claim: from where to where, who, when and why. The first comes from nowhere. */
public record Move(@Nullable ClaimStatus from, ClaimStatus to, String why, String actor, Instant at) {}
