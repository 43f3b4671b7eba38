package org.circlekeeper.audit;

/** What reading the chain again showed. */
public sealed interface Verdict {

    /** Every entry is as it was written, none is missing. */
    record Whole(long entries) implements Verdict {}

    /** From this entry on the chain cannot be relied on. */
    record Broken(long seq, String how) implements Verdict {}
}
