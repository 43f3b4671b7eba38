package org.circlekeeper.x12;

/** One segment as it stands in the file, and what it tells the payer in plain words. */
public record Told(String segment, String sentence) {}
