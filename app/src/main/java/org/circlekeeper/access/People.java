package org.circlekeeper.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** The people who may sign in, and what each may do in which practice. */
@Component
public class People {

    private final PersonStore store;
    private final PasswordStore links;
    private final AuditTrail audit;
    private final PracticeScope scope;
    private final Clock clock;

    People(PersonStore store, PasswordStore links, AuditTrail audit, PracticeScope scope, Clock clock) {
        this.store = store;
        this.links = links;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /** A person by this address: a new one, or the one who has it already, whose name then stays. */
    public PersonId add(String email, String name) {
        var id = new PersonId(NewId.at(clock.instant()));
        return store.add(id, email.strip(), name.strip())
                ? id
                : withEmail(email).map(Person::id).orElseThrow();
    }

    public Optional<Person> withEmail(String email) {
        return store.withEmail(email.strip());
    }

    public Optional<Person> get(PersonId id) {
        return store.get(id);
    }

    /** What pages call the practice. The practice's own feature says so whenever it is opened or renamed. */
    public void namePractice(PracticeId practice, String name) {
        store.namePractice(practice, name);
    }

    /** Every practice of this home, by name. */
    public List<KnownPractice> practices() {
        return store.practices();
    }

    /** Gives a role, once; it counts from the person's next request on. */
    public void giveRole(PracticeId practice, PersonId person, Role role, Actor by) {
        scope.run(practice, () -> {
            if (store.giveRole(practice, person, role, by.label(), clock.instant())) {
                audit.did(by, "gave the role " + role.onScreen(), "person " + person, "");
                keepLinksToOnePractice(person, by);
            }
        });
    }

    /** A link that one practice made for a person must not open another one to whoever has it. */
    private void keepLinksToOnePractice(PersonId person, Actor by) {
        if (by instanceof Actor.Person && store.practicesOf(person).size() > 1) {
            links.voidLinks(person, clock.instant());
        }
    }

    /** Takes a role. False when that would leave the practice without an owner: then nothing changes. */
    public boolean takeRole(PracticeId practice, PersonId person, Role role, Actor by) {
        return scope.in(practice, () -> {
            if (role == Role.OWNER && store.lockOwners(practice).equals(List.of(person))) {
                return false;
            }
            if (store.takeRole(practice, person, role)) {
                audit.did(by, "took the role " + role.onScreen(), "person " + person, "");
            }
            return true;
        });
    }

    /** Says which of those who lead sessions in the practice this person is; the person has a role there already. */
    public void linkPractitioner(PracticeId practice, PersonId person, UUID practitioner, Actor by) {
        scope.run(practice, () -> {
            store.link(practice, person, practitioner);
            audit.did(by, "linked to practitioner " + practitioner, "person " + person, "");
        });
    }

    /** Everybody with a role there, by name. */
    public List<Colleague> inPractice(PracticeId practice) {
        return store.inPractice(practice);
    }

    /** Where a person may work, by name. */
    public List<KnownPractice> practicesOf(PersonId person) {
        return store.practicesOf(person);
    }

    /** Shuts a person out everywhere, from their next request on. */
    public void disable(PersonId person) {
        store.setDisabled(person, clock.instant());
    }

    public void enable(PersonId person) {
        store.setDisabled(person, null);
    }
}
