package org.circlekeeper.roster;

import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;

/** One episode of a patient's membership in a group, first and last day included. Coming back is a new episode. */
public record Membership(MembershipId id, GroupId group, PatientId patient, DateRange days) {}
