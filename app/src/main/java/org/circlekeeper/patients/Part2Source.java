package org.circlekeeper.patients;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Asked of the features above: to whose records 42 CFR Part 2 applies, as far as they know. */
public interface Part2Source {

    /** Those of these patients of whom they know it. */
    Set<PatientId> patients(Collection<PatientId> asked);

    /** Those of these entries of the waitlist of which they know it. */
    Set<UUID> entries(Collection<UUID> asked);
}
