package org.circlekeeper.attendance;

/** One sheet in numbers. */
public record Tally(long seats, long came, long unmarked, boolean closed) {}
