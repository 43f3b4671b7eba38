package org.circlekeeper.calls;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.PatientId;

/** Asked of the features above: which of these calls are those of somebody who does not see the whole practice. */
public interface CallScope {

    List<Call> own(SignedIn who, List<Call> calls);

    /** What a patient waits for, as far as it is theirs to see: each with the name of what they wait for. */
    List<Wish> wishes(SignedIn who, PatientId patient);

    /** Something that somebody is called about, and what it is called on screen. */
    record Wish(Whom whom, String about) {}

    /** Which of these entries of the waitlist are theirs: what was said about any other is not. */
    Set<UUID> ownEntries(SignedIn who, Set<UUID> entries);
}
