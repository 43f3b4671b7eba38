package org.circlekeeper.x12.eligibility;

/** Whether group therapy is covered; only YES means that it is. */
public enum Covered {
    YES,
    NO,
    /** The payer does not say: ask. */
    UNKNOWN,
    /** The payer says two things: ask, with the rows at hand. */
    AMBIGUOUS
}
