package org.circlekeeper.story;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest.Wanted;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.finance.Estimates;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/**
 * What the payer of a member knows: the insurance, twenty visits that it authorized, and twenty more it is asked for;
 * and an estimate of what sessions cost.
 */
@Component
class WhatPayersGave {

    private static final Actor TEST = new Actor.Operator("test");
    private static final ProcedureCode GROUP = ProcedureCode.GROUP_PSYCHOTHERAPY;
    private static final DateRange WINTER = new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 31));
    private static final DateRange SPRING = new DateRange(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 9, 30));

    private final Coverages coverages;
    private final Asking asking;
    private final Estimates estimates;
    private final Rosters rosters;

    WhatPayersGave(Coverages coverages, Asking asking, Estimates estimates, Rosters rosters) {
        this.coverages = coverages;
        this.asking = asking;
        this.estimates = estimates;
        this.rosters = rosters;
    }

    /** @param marks what stands on no page about anybody else */
    record Gave(String coverage, String authorization, String request, String estimate, List<String> marks) {}

    Gave gave(PatientId member) {
        var covered = coverages.of(member).getFirst();
        var id = coverages.newId();
        coverages.add(new Authorization(id, member, covered.payer(), "A-" + id, GROUP, 20, WINTER), TEST);
        var request = asking.make(member, covered.payer(), new Wanted(GROUP, 20, SPRING, null), false, TEST)
                .orElseThrow()
                .toString();
        var estimate = estimate(member);
        return new Gave(
                covered.id().toString(),
                id.toString(),
                request,
                estimate,
                List.of(covered.memberId(), covered.id().toString(), id.toString(), request, estimate));
    }

    private String estimate(PatientId member) {
        var id = estimates.newId();
        var group = rosters.of(member).getFirst().group();
        var made = estimates.make(id, member, group, LocalDate.of(2026, 11, 30), TEST);
        if (made instanceof Estimates.Made.Refused refused) {
            throw new IllegalStateException(refused.sentence());
        }
        return id.toString();
    }
}
