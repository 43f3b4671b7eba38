package org.circlekeeper.coverage;

import java.time.Instant;
import java.util.UUID;

/** One step of a request for an authorization: where it went, why, by whom and when. */
public record AskingMove(UUID request, AskingStatus status, String why, String by, Instant at) {}
