package org.circlekeeper.signing;

import java.time.Instant;

/** A page that the signer was shown on the way, and when. */
public record Screen(String name, Instant at) {}
