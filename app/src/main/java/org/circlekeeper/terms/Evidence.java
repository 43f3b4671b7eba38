package org.circlekeeper.terms;

import java.time.Instant;

/** One thing that was looked at: what it says, where a person can see it (a path of this program), and as of when. */
public record Evidence(String says, String href, Instant asOf) {}
