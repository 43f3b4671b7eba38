package org.circlekeeper.waitlist;

import java.time.Instant;

/** What a therapist decided, in whose words, and when. */
public record Decision(FitDecision decision, String words, String by, Instant at) {}
