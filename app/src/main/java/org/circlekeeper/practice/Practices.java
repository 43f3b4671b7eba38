package org.circlekeeper.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** The practice in scope, and its practitioners. */
@Component
public class Practices {

    private final PracticeStore store;
    private final People people;
    private final Clock clock;

    Practices(PracticeStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** The practice in scope. */
    public Practice current() {
        return store.practice();
    }

    /** The same; empty when the scope is of none that was ever opened. */
    public Optional<Practice> find() {
        return store.find();
    }

    /** Its local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), current().zone());
    }

    /** Writes the practice down, new or changed; pages call it by its name from then on. */
    public void keep(Practice practice) {
        store.keep(practice, clock.instant());
        people.namePractice(practice.id(), practice.name());
    }

    public List<Practitioner> practitioners() {
        return store.practitioners();
    }

    /** Adds a practitioner; one with this NPI who is there already is kept as is. Returns the id. */
    public PractitionerId add(PersonName name, String credential, Npi npi, String taxonomy, String license) {
        var fresh = new Practitioner(
                new PractitionerId(NewId.at(clock.instant())), name, credential, npi, taxonomy, license);
        return store.add(fresh);
    }

    /** Makes the identifier of a practice to come. */
    public PracticeId newId() {
        UUID fresh = NewId.at(clock.instant());
        return new PracticeId(fresh);
    }
}
