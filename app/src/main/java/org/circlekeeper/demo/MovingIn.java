package org.circlekeeper.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a practice of the story: people, payers, rules, fees, holidays, and what it lets Circlekeeper do. */
@Component
class MovingIn {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Money FEE = Money.dollars("65");
    static final int SHORT_VISIT_MINUTES = 45;
    private static final LocalDate BEFORE = LocalDate.of(2026, 1, 1);
    private static final String GROUP_TAXONOMY = "261QM0801X";
    private static final String LEADER_TAXONOMY = "1041C0700X";

    private final Practices practices;
    private final Payers payers;
    private final PracticeRules rules;
    private final People people;
    private final PracticeScope scope;
    private final Clock clock;

    MovingIn(Practices practices, Payers payers, PracticeRules rules, People people, PracticeScope scope, Clock clock) {
        this.practices = practices;
        this.payers = payers;
        this.rules = rules;
        this.people = people;
        this.scope = scope;
        this.clock = clock;
    }

    House open(Script script) {
        var id = practices.newId();
        people.namePractice(id, script.name());
        return scope.in(id, () -> {
            practices.keep(new Practice(
                    id,
                    script.name(),
                    script.outsideName(),
                    script.npi(),
                    script.taxId(),
                    GROUP_TAXONOMY,
                    script.phone(),
                    script.address(),
                    ZONE,
                    script.profile()));
            var house = new House(id, script, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            hire(house);
            contract(house);
            settle(house);
            return house;
        });
    }

    private void hire(House house) {
        for (var part : house.script().people()) {
            var person = people.add(part.email(), part.name().toString());
            house.people().put(part.name().first(), person);
            part.roles().stream().sorted().forEach(role -> people.giveRole(house.id(), person, role, owner(house)));
            if (part.npi() != null) {
                var leader = practices.add(part.name(), part.credential(), part.npi(), LEADER_TAXONOMY, "");
                house.leaders().put(part.name().first(), leader);
                people.linkPractitioner(house.id(), person, leader.value(), owner(house));
            }
        }
    }

    private void contract(House house) {
        payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, BEFORE, FEE);
        for (var plan : house.script().payers()) {
            var payer = payers.keep(plan.name(), plan.payerId(), plan.filingCode());
            house.payers().put(plan.payerId(), payer);
            house.leaders().forEach((name, leader) -> {
                if (!plan.unheardOf().contains(name)) {
                    enrol(house, leader, payer);
                }
            });
            if (plan.most() > 0) {
                keep(house, payer.id(), OwnRule.Kind.MOST_PEOPLE, plan.most(), plan.name() + " contract, page 14");
            }
        }
        keep(
                house,
                null,
                OwnRule.Kind.LOOK_AT_SHORTER,
                SHORT_VISIT_MINUTES,
                house.script().name() + " billing policy");
    }

    private void enrol(House house, PractitionerId leader, Payer payer) {
        var source = "Letter of " + payer.name() + ", January 2026";
        var known = new Enrolment(leader, payer.id(), house.script().npi(), true, DateRange.from(BEFORE), source);
        rules.record(known, owner(house));
    }

    private void keep(House house, @Nullable UUID payer, OwnRule.Kind kind, int amount, String source) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var id = NewId.at(clock.instant());
        rules.keep(new OwnRule(id, payer, kind, amount, DateRange.from(BEFORE), source, today), owner(house));
    }

    private void settle(House house) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        rules.holiday(LocalDate.of(2026, 11, 26), "Thanksgiving");
        rules.holiday(LocalDate.of(2026, 12, 25), "Christmas Day");
        var owner = house.script().owner().name();
        rules.attest(
                new FormerRecords(owner.toString(), today, List.of("treatment plans", "consents", "coverage checks")));
        for (var duty : List.of("plan-sessions", "prepare-claims")) {
            rules.trust(duty, Trust.ACT, owner(house));
        }
        rules.trust("verify-eligibility", Trust.OFF, owner(house));
        if (house.script().files()) {
            rules.trust("file-claims", Trust.ACT, owner(house));
            giveOrders(house, today);
        }
    }

    /** Whoever bills says once per payer that claims may go; it lasts ninety days. */
    private void giveOrders(House house, LocalDate today) {
        house.script().people().stream()
                .filter(part -> part.roles().contains(Role.BILLER))
                .findFirst()
                .ifPresent(biller -> {
                    var person = Objects.requireNonNull(
                            house.people().get(biller.name().first()));
                    house.payers()
                            .values()
                            .forEach(payer -> payers.order(
                                    payer.id(), person.value(), biller.name().toString(), today));
                });
    }

    private static Actor owner(House house) {
        var owner = house.script().owner();
        PersonId id = Objects.requireNonNull(house.people().get(owner.name().first()));
        return new Actor.Person(id, owner.name().toString(), Role.OWNER.onScreen());
    }
}
