package org.circlekeeper.eligibility;

import java.time.Instant;

/**
 * An answer that was posted nowhere, and why.
 *
 * @param place which answer of the file it is, from 1
 * @param trace the number that it repeats; empty when it repeats none
 */
public record Parked(String sha256, String fileName, Instant receivedAt, int place, String trace, String reason) {}
