package org.circlekeeper.calls;

import java.util.List;
import org.circlekeeper.access.SignedIn;

/** Asked of the features above: which of these calls are those of somebody who does not see the whole practice. */
public interface CallScope {

    List<Call> own(SignedIn who, List<Call> calls);
}
