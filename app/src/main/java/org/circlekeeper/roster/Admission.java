package org.circlekeeper.roster;

import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to have a seat in a group for these days.
 *
 * @param despite the reason of whoever lets them in past what holds; null when nobody does
 * @param leaving the seat that they give up the day before, when they go from one group to another; null when none
 * @param keeping the offer by which a seat is kept for them there already; null when none is
 */
public record Admission(
        GroupId group,
        PatientId patient,
        DateRange days,
        @Nullable String despite,
        @Nullable MembershipId leaving,
        @Nullable OfferId keeping) {

    public Admission(GroupId group, PatientId patient, DateRange days) {
        this(group, patient, days, null, null, null);
    }

    public Admission(GroupId group, PatientId patient, DateRange days, @Nullable String despite) {
        this(group, patient, days, despite, null, null);
    }

    /** The same, of somebody who gives up this seat for it. */
    public Admission leaving(MembershipId seat) {
        return new Admission(group, patient, days, despite, seat, keeping);
    }

    /** The same, of somebody for whom this offer keeps a seat there. */
    public Admission keeping(OfferId offer) {
        return new Admission(group, patient, days, despite, leaving, offer);
    }
}
