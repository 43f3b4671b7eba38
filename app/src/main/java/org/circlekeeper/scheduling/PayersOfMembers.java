package org.circlekeeper.scheduling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/** Asked of whoever keeps insurance: which payers pay for these members on a day. */
public interface PayersOfMembers {

    Map<PatientId, Set<UUID>> on(LocalDate day, Collection<PatientId> patients);
}
