package org.circlekeeper.roster;

/** Somebody was admitted to a group and has a seat there from now on; those whom an import brought are not told of. */
public record SeatGiven(MembershipId membership) {}
