package org.circlekeeper.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person and what they do in one practice. */
public record Colleague(
        Person person, Set<Role> roles, @Nullable UUID practitioner) {

    public Colleague {
        roles = Set.copyOf(roles);
    }
}
