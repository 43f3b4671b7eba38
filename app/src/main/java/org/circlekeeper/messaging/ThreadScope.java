package org.circlekeeper.messaging;

import java.util.Set;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.PatientId;

/** Asked of the features above: who treats whom, whatever else they are in the practice. */
public interface ThreadScope {

    /** Whose therapist somebody is. */
    Set<PatientId> treatedBy(SignedIn who);

    /** Everybody whose therapist somebody is who can sign in. */
    Set<PatientId> treated();
}
