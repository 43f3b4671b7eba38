package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.Set;
import org.circlekeeper.terms.ProcedureCode;

/**
 * How closely a row speaks of group therapy. What stands closer beats what stands further off: most payers answer under
 * MH or a kind of psychotherapy, some under office visits alone, and what is said of the whole plan (30) covers nothing
 * by itself.
 */
enum Services {
    /** EB13 HC:90853. */
    GROUP_THERAPY,
    /** EB03 MH mental health, A6 psychotherapy, A8 psychiatric outpatient, CF mental health provider outpatient. */
    MENTAL_HEALTH,
    /** EB03 98. */
    OFFICE_VISIT,
    /** EB03 30, or neither a service type nor a procedure. */
    PLAN,
    OTHER;

    /** The first three speak of what happens in a group; the plan as a whole does not. */
    static final List<Services> OF_THERAPY = List.of(GROUP_THERAPY, MENTAL_HEALTH, OFFICE_VISIT);

    static final List<Services> AND_OF_PLAN = List.of(GROUP_THERAPY, MENTAL_HEALTH, OFFICE_VISIT, PLAN);

    private static final Set<String> MENTAL_HEALTH_TYPES = Set.of("MH", "A6", "A8", "CF");
    private static final String WHOLE_PLAN = "30";

    static Services of(Benefit row) {
        if (!row.procedure().isEmpty()) {
            return row.isAbout(ProcedureCode.GROUP_PSYCHOTHERAPY.value()) ? GROUP_THERAPY : OTHER;
        }
        var types = row.serviceTypes();
        if (types.stream().anyMatch(MENTAL_HEALTH_TYPES::contains)) {
            return MENTAL_HEALTH;
        }
        if (types.contains("98")) {
            return OFFICE_VISIT;
        }
        return isWholePlan(row) ? PLAN : OTHER;
    }

    /** True of a row for the whole plan, though it may name kinds of service beside it. */
    static boolean isWholePlan(Benefit row) {
        return row.procedure().isEmpty()
                && (row.serviceTypes().isEmpty() || row.serviceTypes().contains(WHOLE_PLAN));
    }
}
