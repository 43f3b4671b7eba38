package org.circlekeeper.demo;

import java.util.Map;
import java.util.Objects;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;

/** A practice of the story that has moved in: its people, leaders and payers, by first name and by payer id. */
record House(
        PracticeId id,
        Script script,
        Map<String, PersonId> people,
        Map<String, PractitionerId> leaders,
        Map<String, Payer> payers) {

    /** Somebody of the house, at work. */
    Actor.Person as(String firstName) {
        return (Actor.Person) signedIn(firstName).actor();
    }

    SignedIn signedIn(String firstName) {
        var part = script.called(firstName);
        var leader = leaders.get(firstName);
        return new SignedIn(
                Objects.requireNonNull(people.get(firstName)),
                part.name().toString(),
                id,
                script.name(),
                part.roles(),
                leader == null ? null : leader.value());
    }
}
