package org.circlekeeper.roster;

import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to have a seat in a group for these days.
 *
 * @param despite the reason of whoever lets them in past what holds; null when nobody does
 * @param leaving the seat that they give up the day before, when they go from one group to another; null when none
 */
public record Admission(
        GroupId group,
        PatientId patient,
        DateRange days,
        @Nullable String despite,
        @Nullable MembershipId leaving) {

    public Admission(GroupId group, PatientId patient, DateRange days) {
        this(group, patient, days, null, null);
    }

    public Admission(GroupId group, PatientId patient, DateRange days, @Nullable String despite) {
        this(group, patient, days, despite, null);
    }

    /** The same, of somebody who gives up this seat for it. */
    public Admission leaving(MembershipId seat) {
        return new Admission(group, patient, days, despite, seat);
    }
}
