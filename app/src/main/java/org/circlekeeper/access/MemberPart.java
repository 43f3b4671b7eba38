package org.circlekeeper.access;

/**
 * A part of the members' own pages: somebody who acts for a member may be let into some of them and not into others.
 */
public enum MemberPart {
    /** Choosing for whom, the first page, signing out: whoever signed in may. */
    ANY,
    SCHEDULE,
    MESSAGES,
    FORMS
}
