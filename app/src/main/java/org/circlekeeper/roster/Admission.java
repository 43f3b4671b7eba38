package org.circlekeeper.roster;

import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to have a seat in a group for these days.
 *
 * @param despite the reason of whoever lets them in past what holds; null when nobody does
 */
public record Admission(
        GroupId group,
        PatientId patient,
        DateRange days,
        @Nullable String despite) {

    public Admission(GroupId group, PatientId patient, DateRange days) {
        this(group, patient, days, null);
    }
}
