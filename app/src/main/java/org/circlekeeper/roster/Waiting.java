package org.circlekeeper.roster;

import java.util.Map;
import java.util.UUID;

/** Asked of whoever above keeps a list of people who wait: how many wait for a group of each kind. */
public interface Waiting {

    Map<UUID, Integer> byKind();
}
