package org.circlekeeper.roster;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of a membership.
 *
 * @param day the day from which it holds; the last day when the membership ends
 */
public record Move(
        MembershipId membership, MembershipStatus status, LocalDate day, String reason, String by, Instant at) {}
