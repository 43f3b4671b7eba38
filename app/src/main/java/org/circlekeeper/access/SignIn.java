package org.circlekeeper.access;

import java.time.Instant;

/**
 * One signing in that still holds.
 *
 * @param expiresAt when it ends whatever is done
 * @param practices in how many practices this person works
 * @param before how many of those were opened before the one the person is at
 */
public record SignIn(SignedIn who, Instant expiresAt, int practices, int before) {}
