package org.circlekeeper.patients;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** In which language the patients of the practice in scope read papers and messages, as ISO 639-1 has it. */
@Component
public class Tongues {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2}");

    private final TongueStore store;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Tongues(TongueStore store, Patients patients, AuditTrail audit, Clock clock) {
        this.store = store;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of these patients, those of whom somebody has said it. */
    public Map<PatientId, String> of(Collection<PatientId> patients) {
        return store.of(patients);
    }

    /** Refuses what is not two small letters. */
    public void say(PatientId patient, String language, Actor actor) {
        if (!SHAPE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is two small letters: " + language);
        }
        store.put(patient, language, actor.label(), clock.instant());
        patients.workOn(patient);
        audit.did(
                actor, "said which language somebody reads", "patient " + patient, List.of(patient.value()), language);
    }
}
