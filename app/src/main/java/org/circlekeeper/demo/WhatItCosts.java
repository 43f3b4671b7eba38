package org.circlekeeper.demo;

import java.time.Clock;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.finance.CoverageGap;
import org.circlekeeper.finance.Estimate;
import org.circlekeeper.finance.Estimates;
import org.circlekeeper.finance.OpenGaps;
import org.circlekeeper.finance.Outcome;
import org.circlekeeper.finance.Standing;
import org.circlekeeper.finance.Talk;
import org.circlekeeper.finance.TalkWay;
import org.circlekeeper.finance.Talks;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Members of the larger house whose plan does not pay: with each somebody talked, and who pays themselves has an
 * estimate.
 */
@Component
class WhatItCosts {

    private static final String BILLER = "Ines";
    private static final String THE_MEMBER = "the member";

    private final OpenGaps gaps;
    private final Talks talks;
    private final Estimates estimates;
    private final Rosters rosters;
    private final Practices practices;
    private final Clock clock;

    WhatItCosts(OpenGaps gaps, Talks talks, Estimates estimates, Rosters rosters, Practices practices, Clock clock) {
        this.gaps = gaps;
        this.talks = talks;
        this.estimates = estimates;
        this.rosters = rosters;
        this.practices = practices;
        this.clock = clock;
    }

    void tell(House house) {
        var actor = house.as(BILLER);
        var ended = found(CoverageGap.Kind.NOT_ACTIVE);
        record(
                ended,
                actor,
                Outcome.FULL_FEE,
                null,
                "The plan ended with the last month, says its letter.",
                "A new plan may begin in January: they bring the card.");
        give(ended.line().who().patient(), actor);
        give(whoseShareNobodyKnows(), actor);
        record(
                found(CoverageGap.Kind.CARVED_OUT),
                actor,
                Outcome.WAITS,
                null,
                "",
                "They bring the card of the other company on Wednesday.");
    }

    private Standing found(CoverageGap.Kind kind) {
        return gaps.coming().stream()
                .filter(standing -> standing.gap().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The first of those whose plan has not said yet what it pays. */
    private PatientId whoseShareNobodyKnows() {
        return gaps.coming().stream()
                .filter(standing -> standing.gap().kind() == CoverageGap.Kind.NOT_KNOWN)
                .map(Standing::line)
                .filter(line -> isCommercial(line.who().insurance()))
                .map(line -> line.who().patient())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCommercial(Insured.@Nullable Insurance insurance) {
        return insurance != null && insurance.program() == Program.COMMERCIAL;
    }

    private void record(
            Standing gap, Actor.Person actor, Outcome outcome, @Nullable Money amount, String basis, String note) {
        var said = new Talk.Said(
                practices.today(), actor.label(), THE_MEMBER, TalkWay.PHONE, outcome, amount, basis, note);
        var done = talks.record(
                talks.newId(), gap.line().who().patient(), gap.gap().key(), said, actor);
        if (!(done instanceof Talks.Recorded.Kept)) {
            throw new IllegalStateException("A talk of the story was not written down: " + done);
        }
    }

    private void give(PatientId member, Actor.Person actor) {
        var id = estimates.newId();
        var group = rosters.of(member).getFirst().group();
        var made = estimates.make(id, member, group, practices.today(), actor);
        if (made instanceof Estimates.Made.Refused refused) {
            throw new IllegalStateException(refused.sentence());
        }
        estimates.give(estimates.newId(), written(member, id), giving(actor), actor);
    }

    private Estimate written(PatientId member, UUID id) {
        return estimates.of(member).stream()
                .filter(estimate -> estimate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Estimate.Giving giving(Actor.Person actor) {
        return new Estimate.Giving(
                practices.today(), Estimate.Way.HANDED, THE_MEMBER, actor.label(), actor.label(), clock.instant());
    }
}
