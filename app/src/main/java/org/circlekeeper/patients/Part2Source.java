package org.circlekeeper.patients;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;

/** Asked of the features above: to whose records 42 CFR Part 2 applies, as far as they know. */
public interface Part2Source {

    /** Those of these patients of whom they know it. */
    Set<PatientId> patients(Collection<PatientId> asked);

    /** Those of whom they know it by a group, or a kind of group, that this person leads or helps to lead today. */
    Set<PatientId> patients(SignedIn who, Collection<PatientId> asked);

    /** The same of entries of the waitlist. */
    Set<UUID> entries(SignedIn who, Collection<UUID> asked);

    /** Those of these entries of the waitlist of which they know it. */
    Set<UUID> entries(Collection<UUID> asked);
}
