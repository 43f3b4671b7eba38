package org.circlekeeper.roster;

import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;

/**
 * A therapy group. (X12's functional group has nothing to do with it.)
 *
 * @param code what a session is billed as
 * @param part2 whether 42 CFR Part 2 applies to its records
 * @param capacity seats, leaders not counted
 */
public record Group(
        GroupId id,
        String name,
        UUID type,
        String typeName,
        ProcedureCode code,
        boolean part2,
        int capacity,
        PractitionerId leader,
        DateRange days) {}
