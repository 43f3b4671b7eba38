package org.circlekeeper.calls;

import java.util.function.Predicate;
import org.circlekeeper.access.SignedIn;

/** Asked of the features above: which calls are those of somebody who does not see the whole practice. */
public interface CallScope {

    Predicate<Call> of(SignedIn who);
}
