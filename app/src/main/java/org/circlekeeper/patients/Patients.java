package org.circlekeeper.patients;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The patients of the practice in scope. */
@Component
public class Patients {

    private final PatientStore store;
    private final Reaches reaches;
    private final AuditTrail audit;
    private final Clock clock;

    Patients(PatientStore store, Reaches reaches, AuditTrail audit, Clock clock) {
        this.store = store;
        this.reaches = reaches;
        this.audit = audit;
        this.clock = clock;
    }

    public PatientId newId() {
        return new PatientId(NewId.at(clock.instant()));
    }

    public Optional<Patient> find(PatientId id) {
        return store.find(id);
    }

    /** All of them by last name, or those whose name, birth date or former id holds the words. At most 500. */
    public List<Patient> search(String words) {
        return store.search(words.strip());
    }

    /** The same, among those with these ids. */
    public List<Patient> search(String words, Collection<PatientId> among) {
        return store.search(words.strip(), among);
    }

    /** Those with these ids, in one question. */
    public Map<PatientId, Patient> byId(Collection<PatientId> ids) {
        return store.byId(ids);
    }

    /** Everyone who came from the system before, by their id there. */
    public Map<String, Patient> byExternalId() {
        return store.byExternalId();
    }

    /** To whom a message to this patient goes, as it is now. */
    public Optional<Recipient> recipient(PatientId id) {
        return reaches.recipient(id);
    }

    /** Adds patients, all or none. */
    public void add(Collection<Patient> patients, Actor actor, String why) {
        patients.forEach(patient -> store.add(patient, clock.instant()));
        audit.did(
                actor,
                "added patients",
                "patients",
                patients.stream().map(p -> p.id().value()).toList(),
                why);
    }

    /**
     * Changes what is known of a patient. A row changed here has been worked on: an import is no longer undone over it.
     */
    public void change(Patient patient, Actor actor, String why) {
        store.change(patient);
        audit.did(
                actor,
                "changed a patient",
                "patient " + patient.id(),
                List.of(patient.id().value()),
                why);
    }

    /** Those of the ids that somebody has worked on since they came. */
    public List<PatientId> workedOn(Collection<PatientId> ids) {
        return store.workedOn(ids);
    }

    /** Something of this patient is kept here that no file brought: an import is no longer undone over them. */
    public void workOn(PatientId id) {
        store.workOn(id);
    }

    /** The same of many at once. */
    public void workOn(Collection<PatientId> ids) {
        store.workOn(ids);
    }

    /** Takes back patients that an import added and nobody worked on. */
    public void takeBack(Collection<PatientId> ids, Actor actor, String why) {
        store.remove(ids);
        audit.did(
                actor,
                "took back patients",
                "patients",
                ids.stream().map(PatientId::value).toList(),
                why);
    }
}
