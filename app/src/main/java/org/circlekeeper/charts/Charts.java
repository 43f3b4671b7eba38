package org.circlekeeper.charts;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What billing must know of a chart: diagnoses, plans in force, notes signed. Never what a note says. */
@Component
public class Charts {

    private final ChartStore store;
    private final NoteStore notes;
    private final AuditTrail audit;
    private final Clock clock;

    Charts(ChartStore store, NoteStore notes, AuditTrail audit, Clock clock) {
        this.store = store;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A diagnosis of a patient, first in rank is the principal one. */
    public record Diagnosis(PatientId patient, int rank, DiagnosisCode code, DateRange days) {}

    /** That a treatment plan is in force, who signed it and where it is kept. */
    public record TreatmentPlan(UUID id, PatientId patient, DateRange days, String signedBy, String keptIn) {}

    /**
     * That the note of one patient for one session is signed.
     *
     * @param person who signed here, after signing in; null for an attested fact of former records
     * @param signedAt null when the former records do not say when
     */
    public record SignedNote(
            SessionId session,
            PatientId patient,
            String signedBy,
            @Nullable PersonId person,
            @Nullable Instant signedAt,
            String keptIn,
            boolean attested) {}

    public List<Diagnosis> diagnoses(PatientId patient) {
        return store.diagnoses(List.of(patient));
    }

    /** Those of these patients, in one question; of one without any, nothing. */
    public Map<PatientId, List<Diagnosis>> diagnoses(Collection<PatientId> patients) {
        return store.diagnoses(patients).stream().collect(groupingBy(Diagnosis::patient));
    }

    /** Replaces the diagnoses that hold from a day on, the principal one first; what was recorded before is kept. */
    public void diagnose(PatientId patient, List<DiagnosisCode> codes, LocalDate from, Actor actor) {
        store.diagnose(patient, codes, from, actor.label(), clock.instant());
        audit.did(actor, "recorded diagnoses", "patient " + patient, List.of(patient.value()), "chart kept up to date");
    }

    public List<TreatmentPlan> plans(PatientId patient) {
        return store.plans(patient);
    }

    public void recordPlan(PatientId patient, DateRange days, String signedBy, String keptIn, Actor actor) {
        store.addPlan(
                new TreatmentPlan(NewId.at(clock.instant()), patient, days, signedBy, keptIn),
                actor.label(),
                clock.instant());
        audit.did(actor, "recorded a treatment plan", "patient " + patient, List.of(patient.value()), "plan on file");
    }

    /** Notes already signed for these sessions. */
    public List<SignedNote> signedNotes(Collection<SessionId> sessions) {
        return notes.of(sessions);
    }

    /** Where this person last said that signed notes are kept. */
    public Optional<String> lastKeptIn(PersonId person) {
        return notes.lastKeptIn(person);
    }

    /** A person who signed in says: the notes of these patients for this session are signed by me and kept there. */
    public void sign(SessionId session, Collection<PatientId> patients, Actor.Person signer, String keptIn) {
        var signed = patients.stream()
                .filter(patient -> notes.add(
                        new SignedNote(session, patient, signer.label(), signer.id(), clock.instant(), keptIn, false),
                        clock.instant()))
                .map(PatientId::value)
                .toList();
        if (!signed.isEmpty()) {
            audit.did(signer, "signed notes", "session " + session, signed, "notes of the session");
        }
    }

    /** Former records say that these notes were signed; never a signature of ours. */
    public void attest(Collection<SignedNote> former) {
        former.forEach(note -> notes.add(note, clock.instant()));
    }

    /** Takes back what an import recorded for these patients and sessions. */
    public void takeBack(Collection<PatientId> patients, Collection<SessionId> sessions) {
        notes.removeAttested(sessions);
        store.removeDiagnoses(patients);
    }
}
