package org.circlekeeper.eligibility;

import java.time.Instant;

/**
 * A file that came from a payer, kept byte for byte.
 *
 * @param read false while nothing of it could be read: it is tried again
 * @param refused why nothing of it was read; empty otherwise
 * @param people about how many it answers
 * @param posted how many of those answers were new
 * @param parked how many wait for a person
 */
public record ReceivedFile(
        String sha256,
        String name,
        Instant receivedAt,
        String receivedBy,
        boolean read,
        String refused,
        int people,
        int posted,
        int parked) {}
