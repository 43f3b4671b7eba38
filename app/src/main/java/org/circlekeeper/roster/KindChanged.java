package org.circlekeeper.roster;

import java.util.UUID;

/** A kind of group was changed, perhaps what its sessions are billed as: every group of it follows. */
public record KindChanged(UUID type) {}
