package org.circlekeeper.intake;

import java.time.Instant;

/** One step of what became of a paper. */
public record PaperMove(PaperStatus status, String reason, String by, Instant at) {}
