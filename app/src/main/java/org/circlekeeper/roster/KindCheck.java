package org.circlekeeper.roster;

import java.util.Map;
import java.util.UUID;

/** Asked of every feature above before a kind of group is removed: what is kept about it stays readable. */
public interface KindCheck {

    /** The kinds that must stay, each with what speaks against removing it, as a sentence. */
    Map<UUID, String> stay();
}
