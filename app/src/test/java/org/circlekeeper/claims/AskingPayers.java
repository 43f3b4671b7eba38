package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizationRequest.Wanted;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A practice whose members' payers are asked for authorizations. */
@Component
class AskingPayers {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final ProcedureCode GROUP = ProcedureCode.GROUP_PSYCHOTHERAPY;

    private final BilledPractice story;
    private final People people;
    private final SignIns signIns;
    private final Patients patients;
    private final Authorizations authorizations;
    private final Asking asking;
    private final Packets packets;
    private final PracticeRules rules;

    AskingPayers(
            BilledPractice story,
            People people,
            SignIns signIns,
            Patients patients,
            Authorizations authorizations,
            Asking asking,
            Packets packets,
            PracticeRules rules) {
        this.story = story;
        this.people = people;
        this.signIns = signIns;
        this.patients = patients;
        this.authorizations = authorizations;
        this.asking = asking;
        this.packets = packets;
        this.rules = rules;
    }

    /** Two members of State Medicaid with five Mondays before them, and a biller. */
    record Opened(PracticeId practice, GroupId group, PatientId ana, PatientId ben, Visitor rosa) {

        String path() {
            return "/patients/" + ana + "/authorizations";
        }

        /** Sends a form as a browser writes it, but for its blanks. */
        MvcTestResult send(String path, String form) {
            return rosa.post(path, form.split("[&=]"));
        }
    }

    Opened open(MockMvcTester browser) {
        var practice = story.open();
        var group = story.group(practice, "Monday Circle", false);
        var ana = story.member(practice, group, "SKMED");
        var ben = story.member(practice, group, "SKMED");
        for (int week = 1; week <= 5; week++) {
            story.session(practice, group, TODAY.plusWeeks(week), 9);
        }
        var person = people.add(UUID.randomUUID() + "@example.org", "biller");
        people.giveRole(practice, person, Role.BILLER, new Actor.Operator("test"));
        return new Opened(practice, group, ana, ben, new Visitor(browser, signIns.begin(person, practice)));
    }

    /** The practice has written down that this payer asks for authorizations. */
    void asksForAuthorizations(Opened at, String payerId) {
        var payer = story.payer(at.practice(), payerId);
        var always = DateRange.from(BilledPractice.YEAR_BEGAN);
        story.run(
                at.practice(),
                () -> rules.keep(
                        new OwnRule(UUID.randomUUID(), payer, OwnRule.Kind.AUTHORIZATION, 1, always, "contract", null),
                        BilledPractice.DANA));
    }

    UUID authorize(Opened at, PatientId patient, String number, int units) {
        var payer = story.payer(at.practice(), "SKMED");
        var id = UUID.randomUUID();
        var days = new DateRange(LocalDate.of(2026, 11, 1), TODAY.plusMonths(3));
        story.run(
                at.practice(),
                () -> authorizations.add(
                        new Authorization(id, patient, payer, number, GROUP, units, days), BilledPractice.DANA));
        return id;
    }

    UUID ask(Opened at, PatientId patient, String payerId, int units) {
        var payer = story.payer(at.practice(), payerId);
        var wanted = new Wanted(
                GROUP, units, new DateRange(TODAY, TODAY.plusMonths(6).minusDays(1)), null);
        return story.in(
                at.practice(),
                () -> packets.ask(patient, payer, wanted, false, BilledPractice.DANA)
                        .orElseThrow());
    }

    AuthorizationRequest request(Opened at, PatientId patient) {
        return story.in(at.practice(), () -> asking.of(List.of(patient)).getFirst());
    }

    String name(Opened at, PatientId patient) {
        return story.in(
                at.practice(), () -> patients.find(patient).orElseThrow().name().last());
    }
}
