package org.circlekeeper.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizationRequest.Channel;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Two members of the larger house whose payers authorize: one has visits enough, for the other more were asked for. */
@Component
class WhatIsAuthorized {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final ProcedureCode CODE = ProcedureCode.GROUP_PSYCHOTHERAPY;

    private final Patients patients;
    private final Coverages coverages;
    private final Authorizations authorizations;
    private final Packets packets;
    private final Asking asking;
    private final Clock clock;

    WhatIsAuthorized(
            Patients patients,
            Coverages coverages,
            Authorizations authorizations,
            Packets packets,
            Asking asking,
            Clock clock) {
        this.patients = patients;
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.packets = packets;
        this.asking = asking;
        this.clock = clock;
    }

    void tell(House house) {
        var owner = house.as(house.script().owner().name().first());
        var names = house.script().groups().getFirst().names();
        authorize(member(names.get(0).toString()), "PA-44710", 24, LocalDate.of(2027, 5, 31), owner);
        var second = member(names.get(1).toString());
        authorize(second, "PA-51822", 4, LocalDate.of(2026, 12, 31), owner);
        ask(second, owner);
    }

    private Patient member(String name) {
        return patients.search(name).getFirst();
    }

    private void authorize(Patient member, String number, int visits, LocalDate last, Actor owner) {
        var payer = coverages.of(member.id()).getFirst().payer();
        authorizations.add(
                new Authorization(
                        coverages.newId(), member.id(), payer, number, CODE, visits, new DateRange(MONDAY, last)),
                owner);
    }

    private void ask(Patient member, Actor owner) {
        var before = authorizations.of(List.of(member.id())).getFirst();
        var next = new AuthorizationRequest.Wanted(
                CODE, 24, new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30)), before.id());
        var request =
                packets.ask(member.id(), before.payer(), next, false, owner).orElseThrow();
        asking.sent(request, new Sent(Channel.PORTAL, clock.instant(), "WEB-20417", ""), owner);
    }
}
