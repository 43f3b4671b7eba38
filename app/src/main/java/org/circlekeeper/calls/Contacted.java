package org.circlekeeper.calls;

import java.util.UUID;

/** Somebody who asked for a seat was spoken with. */
public record Contacted(UUID entry) {}
