package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * A therapy group. (X12's functional group has nothing to do with it.)
 *
 * @param code what a session is billed as
 * @param part2 whether 42 CFR Part 2 applies to its records
 * @param minimum how many a session needs to take place
 * @param target how many the practice would like to have; null when it has not said
 * @param capacity seats, leaders not counted
 * @param programme what it is part of; null when of nothing
 * @param cycle which run of it this is, as in Spring 2027; empty when it has no runs
 */
public record Group(
        GroupId id,
        String name,
        UUID type,
        String typeName,
        ProcedureCode code,
        boolean part2,
        int minimum,
        @Nullable Integer target,
        int capacity,
        PractitionerId leader,
        DateRange days,
        @Nullable UUID programme,
        String cycle) {

    /** What may be changed about it, as it is. */
    public Groups.Settings settings() {
        return new Groups.Settings(name, minimum, target, capacity, leader, days, programme, cycle);
    }

    public boolean hasEnded(LocalDate today) {
        var last = days.last();
        return last != null && last.isBefore(today);
    }
}
