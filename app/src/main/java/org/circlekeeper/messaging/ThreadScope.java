package org.circlekeeper.messaging;

import java.util.Set;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.PatientId;

/** Asked of the features above: whose therapist somebody is, whatever else they are in the practice. */
public interface ThreadScope {

    Set<PatientId> treatedBy(SignedIn who);
}
