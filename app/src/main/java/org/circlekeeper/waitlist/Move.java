package org.circlekeeper.waitlist;

import java.time.Instant;

/** One step of an entry: where it came to stand, when, by whom and why. */
public record Move(WaitStatus status, String reason, String by, Instant at) {}
