package org.circlekeeper.x12.eligibility;

/** Whether a visit needs an authorization beforehand. */
public enum AuthorizationNeed {
    YES,
    NO,
    /** The payer says nothing of it, or that it does not know. */
    UNKNOWN,
    /** A message hints at one, or rows differ: ask before the first visit. */
    ASK
}
