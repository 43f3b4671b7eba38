package org.circlekeeper.oncall;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of the practice in scope is on call, in the order in which they are paged. */
@Component
public class OnCall {

    private final OnCallStore store;
    private final People people;
    private final Practices practices;
    private final AuditTrail audit;

    OnCall(OnCallStore store, People people, Practices practices, AuditTrail audit) {
        this.store = store;
        this.people = people;
        this.practices = practices;
        this.audit = audit;
    }

    /** The list as it is kept: whoever left since stands on it until somebody takes them off. */
    public List<OnCallPerson> all() {
        return store.all();
    }

    /** Those of the list who work here and may answer an alarm: nobody else is paged. */
    public List<OnCallPerson> paged() {
        var answering = people.inPractice(practices.current().id()).stream()
                .filter(one -> !one.person().disabled() && Permission.ANSWER_ALARMS.isGivenTo(one.roles()))
                .map(one -> one.person().id())
                .collect(toSet());
        return store.all().stream()
                .filter(person -> answering.contains(person.person()))
                .toList();
    }

    /** Whether somebody is on call at every minute of the day: else nothing is sent which may raise an alarm. */
    public boolean isSomebody() {
        return Escalation.isSomebodyAlways(paged());
    }

    /**
     * Puts somebody on the list, last; or changes how one on it is reached. Whether they may answer, asks the caller.
     */
    public void keep(PersonId person, Phone phone, String email, OnCallPerson.@Nullable Hours hours, Actor actor) {
        int last = store.all().stream().mapToInt(OnCallPerson::place).max().orElse(0);
        store.keep(new OnCallPerson(person, last + 1, phone, email, hours));
        audit.did(actor, "said who is on call", "person " + person, "");
    }

    /** Moves somebody up by one place. False when they are not on the list, or are the first. */
    public boolean moveUp(PersonId person, Actor actor) {
        var people =
                new ArrayList<>(store.all().stream().map(OnCallPerson::person).toList());
        int at = people.indexOf(person);
        if (at <= 0) {
            return false;
        }
        Collections.swap(people, at, at - 1);
        IntStream.range(0, people.size()).forEach(i -> store.place(people.get(i), i + 1));
        audit.did(actor, "changed who is paged first", "person " + person, "");
        return true;
    }

    public boolean isOnList(PersonId person) {
        return store.all().stream().anyMatch(one -> one.person().equals(person));
    }

    /** False when they were not on the list. */
    public boolean remove(PersonId person, Actor actor) {
        boolean removed = store.remove(person);
        if (removed) {
            audit.did(actor, "took somebody off the list of who is on call", "person " + person, "");
        }
        return removed;
    }
}
