package org.circlekeeper.coverage;

import java.time.Instant;
import java.util.UUID;

/** That an authorization was changed: how it stood before, why, by whom and when. */
public record AuthorizationChange(
        UUID authorization, Authorization.Terms before, String reason, String by, Instant at) {}
