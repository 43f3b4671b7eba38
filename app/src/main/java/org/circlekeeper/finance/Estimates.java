package org.circlekeeper.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Good-faith estimates of the practice in scope: written, given, and asked for (45 CFR 149.610). */
@Component
public class Estimates {

    private final EstimateStore store;
    private final OpenEstimates open;
    private final EstimatedSessions sessions;
    private final Contents contents;
    private final Patients patients;
    private final Groups groups;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Estimates(
            EstimateStore store,
            OpenEstimates open,
            EstimatedSessions sessions,
            Contents contents,
            Patients patients,
            Groups groups,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.open = open;
        this.sessions = sessions;
        this.contents = contents;
        this.patients = patients;
        this.groups = groups;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of writing an estimate. */
    public sealed interface Made {

        /** It is written, or was already. */
        record Kept(UUID id) implements Made {}

        /** It is not; the field beside which the sentence stands, with its remedy. */
        record Refused(String field, String sentence) implements Made {}
    }

    /** An id for what is to come: the same one sent twice is written down once. */
    public UUID newId() {
        return NewId.at(clock.instant());
    }

    /** Of a member, the latest first. */
    public List<Estimate> of(PatientId patient) {
        return store.of(List.of(patient));
    }

    /** Groups of which an estimate can be written. */
    public List<Group> groups() {
        var today = practices.today();
        return groups.all().stream().filter(group -> !group.hasEnded(today)).toList();
    }

    /**
     * Writes an estimate of a member's sessions in a group for the twelve months from a day on. Where another fee is
     * known by now it ends, and the next one is asked for in time.
     */
    public Made make(UUID id, PatientId member, GroupId group, LocalDate from, Actor actor) {
        var today = practices.today();
        var known = groups().stream().filter(one -> one.id().equals(group)).findFirst();
        if (known.isEmpty()) {
            return new Made.Refused("group", "Choose a group that goes on.");
        }
        if (from.isBefore(today) || from.isAfter(today.plusYears(1))) {
            return new Made.Refused("from", "Choose a day from today to a year ahead.");
        }
        return switch (sessions.of(member, known.get(), from)) {
            case EstimatedSessions.Found.Sessions found ->
                new Made.Kept(
                        keep(id, member, known.get(), contents.of(member, known.get(), found.estimated()), actor));
            case EstimatedSessions.Found.Nothing nothing -> new Made.Refused(nothing.field(), nothing.sentence());
        };
    }

    /** Another one under an id that is taken gets an id of its own, so that nothing is lost. */
    UUID keep(UUID id, PatientId member, Group group, EstimateContents contents, Actor actor) {
        var before = of(member).stream()
                .filter(one -> one.id().equals(id) && one.contents().equals(contents))
                .findFirst();
        if (before.isPresent()) {
            return id;
        }
        var need = open.of(member).owed().stream()
                .filter(owed -> owed.group().equals(group.id()))
                .findFirst();
        var estimate = new Estimate(
                id,
                member,
                group.id(),
                need.map(Owed::reason).orElse(EstimateReason.OFFERED),
                need.map(Owed::dueBy).orElse(null),
                contents,
                actor.label(),
                clock.instant(),
                List.of());
        var kept = store.add(estimate) ? id : newId();
        if (!kept.equals(id)) {
            store.add(estimate.under(kept));
        }
        patients.workOn(member);
        groups.workOn(group.id());
        told(
                actor,
                "wrote a good-faith estimate",
                estimate.under(kept),
                estimate.reason().onScreen());
        return kept;
    }

    /**
     * Writes down that it was given, or a copy of it: the same sent twice under one id once, another one under that id
     * beside it.
     */
    public void give(UUID id, Estimate estimate, Estimate.Giving giving, Actor actor) {
        boolean same = estimate.givings().stream().anyMatch(giving::isSame);
        if (store.give(id, estimate.id(), giving) || !same && store.give(newId(), estimate.id(), giving)) {
            told(actor, "gave a good-faith estimate", estimate, giving.way().onScreen());
        }
    }

    /**
     * Writes down that somebody asked what sessions cost, in whatever words (45 CFR 149.610(b)(1)(viii)).
     *
     * @param claimWanted whether their plan is to be billed: then an estimate is not owed for that
     */
    public void asked(
            UUID id, PatientId patient, GroupId group, LocalDate on, boolean claimWanted, String note, Actor actor) {
        var row = new EstimateStore.Asked(id, patient, group, on, claimWanted, note, actor.label(), clock.instant());
        boolean same = store.asked(List.of(patient)).stream().anyMatch(row::isSame);
        var another = newId();
        var kept = store.add(row) ? id : !same && store.add(row.under(another)) ? another : null;
        if (kept != null) {
            patients.workOn(patient);
            groups.workOn(group);
            audit.did(
                    actor,
                    "recorded that somebody asked what sessions cost",
                    "question " + kept,
                    List.of(patient.value()),
                    claimWanted ? "a claim is to be filed" : "no claim is to be filed");
        }
    }

    /** Whether they want their plan to be billed, as they said last; empty while nobody asked. */
    Optional<Boolean> lastClaimWanted(PatientId patient) {
        return store.asked(List.of(patient)).stream().findFirst().map(EstimateStore.Asked::claimWanted);
    }

    private void told(Actor actor, String what, Estimate estimate, String why) {
        audit.did(
                actor,
                what,
                "estimate " + estimate.id(),
                List.of(estimate.patient().value()),
                why);
    }
}
