package org.circlekeeper.finance;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Talks about money with members of the practice in scope: what is open, what was said, and what came of it. */
@Component
public class Talks {

    private final TalkStore store;
    private final OpenGaps gaps;
    private final Patients patients;
    private final Payers payers;
    private final OwnFees ownFees;
    private final Practices practices;
    private final PracticeRules rules;
    private final Rosters rosters;
    private final Groups groups;
    private final AuditTrail audit;
    private final Clock clock;

    Talks(
            TalkStore store,
            OpenGaps gaps,
            Patients patients,
            Payers payers,
            OwnFees ownFees,
            Practices practices,
            PracticeRules rules,
            Rosters rosters,
            Groups groups,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.gaps = gaps;
        this.patients = patients;
        this.payers = payers;
        this.ownFees = ownFees;
        this.practices = practices;
        this.rules = rules;
        this.rosters = rosters;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of writing a talk down. */
    public sealed interface Recorded {

        /** It is written down, or was already. */
        record Kept(UUID id) implements Recorded {}

        /** It is not; each reason with the field it stands beside. */
        record Refused(List<TalkCheck.Refusal> why) implements Recorded {}

        /** The gap does not stand any more, so nothing is written down about it. */
        record Gone() implements Recorded {}
    }

    /** An id for a talk to come: the same one sent twice is written down once. */
    public UUID newId() {
        return NewId.at(clock.instant());
    }

    /** All with a member, the latest first; two hundred at most. */
    public List<Talk> of(PatientId patient) {
        return store.of(List.of(patient));
    }

    /** What a session costs somebody today; empty while a fee is not set. */
    public Optional<FeeRange> fee(PatientId patient) {
        return fee(theirs(patient), practices.today());
    }

    /**
     * Of their groups, of those that talks are about when any is; without a seat what the practice charges for group
     * therapy.
     */
    private Optional<FeeRange> fee(List<Group> theirs, LocalDate day) {
        var charges = new Charges(payers.fees(), ownFees.schedule());
        var agreedAbout = theirs.stream()
                .filter(group -> group.code().equals(ProcedureCode.GROUP_PSYCHOTHERAPY))
                .toList();
        return theirs.isEmpty()
                ? payers.fee(ProcedureCode.GROUP_PSYCHOTHERAPY, day).map(fee -> new FeeRange(fee, fee))
                : FeeRange.of((agreedAbout.isEmpty() ? theirs : agreedAbout)
                        .stream().map(group -> charges.on(day, group)).toList());
    }

    /** The groups in which they have a seat, or will. */
    private List<Group> theirs(PatientId patient) {
        var today = practices.today();
        var seats = rosters.of(patient).stream()
                .filter(seat -> !seat.days().hasEnded(today))
                .map(Membership::group)
                .collect(toSet());
        return groups.all().stream().filter(group -> seats.contains(group.id())).toList();
    }

    /**
     * Writes down a talk about a gap that stands. The same one sent twice under one id is written down once; another
     * one under an id that is taken gets an id of its own, so that nothing is lost.
     *
     * @param gap as {@link CoverageGap#key()} has it
     */
    public Recorded record(UUID id, PatientId patient, String gap, Talk.Said said, Actor actor) {
        var standing = gaps.of(patient).stream()
                .map(Standing::gap)
                .filter(one -> one.key().equals(gap))
                .findFirst();
        if (standing.isEmpty()) {
            return new Recorded.Gone();
        }
        var refusals = TalkCheck.of(standing.get(), said, known(patient, said.on()));
        if (!refusals.isEmpty()) {
            return new Recorded.Refused(refusals);
        }
        var talk = new Talk(id, patient, Talk.About.of(standing.get()), said, actor.label(), clock.instant());
        if (store.add(talk)) {
            return told(talk, actor);
        }
        boolean same = of(patient).stream()
                .anyMatch(kept -> kept.id().equals(id) && kept.said().equals(said));
        if (same) {
            return new Recorded.Kept(id);
        }
        var another = new Talk(newId(), patient, talk.about(), said, talk.recordedBy(), talk.recordedAt());
        store.add(another);
        return told(another, actor);
    }

    private TalkCheck.Known known(PatientId patient, LocalDate on) {
        var today = practices.today();
        var theirs = theirs(patient);
        var programs = payers.all().stream()
                .filter(payer ->
                        TalkGuide.of(PayerClass.of(payer.program(), "")).knows(Outcome.PRIVATE_CONTRACT))
                .map(Payer::id)
                .collect(toSet());
        return new TalkCheck.Known(
                today,
                fee(theirs, on).orElse(null),
                theirs.stream().map(Group::leader).collect(toSet()),
                rules.enrolments().stream()
                        .filter(one -> one.enrolled() && one.days().includes(on) && programs.contains(one.payer()))
                        .map(Enrolment::practitioner)
                        .collect(toSet()));
    }

    private Recorded told(Talk talk, Actor actor) {
        patients.workOn(talk.patient());
        audit.did(
                actor,
                "recorded a talk about money",
                "talk " + talk.id(),
                List.of(talk.patient().value()),
                talk.said().outcome().onScreen());
        return new Recorded.Kept(talk.id());
    }
}
