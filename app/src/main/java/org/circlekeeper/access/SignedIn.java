package org.circlekeeper.access;

import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * A person who signed in, at work in one practice. A controller method takes it as a parameter.
 *
 * @param practitioner whom this person is among those who lead sessions there, when they lead any
 */
public record SignedIn(
        PersonId person,
        String name,
        PracticeId practice,
        String practiceName,
        Set<Role> roles,
        @Nullable UUID practitioner) {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        return permission.isGivenTo(roles);
    }

    /** As the one who acts, in the hat that comes first. */
    public Actor actor() {
        var hat = roles.stream().sorted().findFirst().map(Role::onScreen).orElse("nobody");
        return new Actor.Person(person, name, hat);
    }
}
