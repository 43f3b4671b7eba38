package org.circlekeeper.forms;

import java.util.Map;
import java.util.UUID;

/** The kinds of groups of the practice in scope, which the feature of groups knows. */
public interface GroupKinds {

    /** The name of each kind, by its id, in the order in which they are listed. */
    Map<UUID, String> names();
}
