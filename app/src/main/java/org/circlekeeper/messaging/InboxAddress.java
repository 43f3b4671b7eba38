package org.circlekeeper.messaging;

import org.circlekeeper.patients.PatientId;

/** Asked of the members' own pages: where a member reads their inbox. */
public interface InboxAddress {

    /** A whole address, neutral like everything outside; empty when they cannot read there. */
    String of(PatientId patient);

    /** Whether they, or whoever acts for them in this, have come in there before. */
    boolean isOpen(PatientId patient);
}
