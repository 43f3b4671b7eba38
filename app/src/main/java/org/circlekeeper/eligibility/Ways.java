package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.eligibility.FileEnrolment.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.springframework.stereotype.Component;

/** How payers are asked: for which days, at which price and pace, through which enrolments, with whose agreement. */
@Component
public class Ways {

    private final WayStore store;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Ways(WayStore store, Patients patients, AuditTrail audit, Clock clock) {
        this.store = store;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    public Setting setting() {
        return store.setting().orElse(Setting.USUAL);
    }

    public void keep(Setting setting, Actor actor) {
        store.keep(setting, actor.label(), clock.instant());
        audit.did(actor, "changed how payers are asked", "setting", "days ahead and price");
    }

    /** How many people a payer may be asked about in an hour; empty while nobody has said. */
    public Optional<Integer> pace(UUID payer) {
        return Optional.ofNullable(store.paces().get(payer)).map(WayStore.Pace::mostAnHour);
    }

    /** Who says so; empty while nobody has. */
    public String paceSource(UUID payer) {
        return Optional.ofNullable(store.paces().get(payer))
                .map(WayStore.Pace::source)
                .orElse("");
    }

    public void keepPace(UUID payer, int mostAnHour, String source, Actor actor) {
        store.keep(payer, new WayStore.Pace(mostAnHour, source), actor.label(), clock.instant());
        audit.did(actor, "set how fast a payer is asked", "payer " + payer, source);
    }

    /** How each payer stands with each kind of file. */
    public List<FileEnrolment> enrolments() {
        return store.enrolments();
    }

    public void record(FileEnrolment enrolment, Actor actor) {
        store.add(enrolment, clock.instant());
        audit.did(
                actor,
                "recorded an enrolment for electronic files",
                "payer " + enrolment.payer(),
                enrolment.kind().onScreen() + " " + enrolment.inWords());
    }

    /**
     * Payers known not to take questions by file on a day, each with why. Of whom nobody said anything is not in it.
     */
    Map<UUID, String> notEnrolled(LocalDate day) {
        return store.enrolments().stream()
                .filter(enrolment -> enrolment.kind() == Kind.BENEFITS && !enrolment.standsOn(day))
                .collect(toMap(
                        FileEnrolment::payer,
                        enrolment -> "The practice is not enrolled for its 270: " + enrolment.inWords() + "."));
    }

    /** Somebody who waits gave their insurance and agreed that the payer is asked about it. */
    public void agree(PatientId patient, LocalDate on, String source, Actor actor) {
        store.agree(patient, on, source, actor.label(), clock.instant());
        patients.workOn(patient);
        audit.did(
                actor, "recorded that insurance may be asked", "patient " + patient, List.of(patient.value()), source);
    }

    /** They take it back. */
    public void disagree(PatientId patient, Actor actor) {
        if (store.takeBackAgreement(patient)) {
            audit.did(
                    actor,
                    "recorded that insurance may not be asked",
                    "patient " + patient,
                    List.of(patient.value()),
                    "taken back");
        }
    }

    /** Whether they agreed. */
    public boolean hasAgreed(PatientId patient, LocalDate day) {
        return store.agreed(List.of(patient), day).contains(patient);
    }
}
