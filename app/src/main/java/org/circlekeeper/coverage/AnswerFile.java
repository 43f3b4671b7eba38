package org.circlekeeper.coverage;

import java.time.Instant;

/** A file with answers of a payer: what became of it, and how many requests it answered. */
public record AnswerFile(String name, String outcome, int posted, Instant at) {}
