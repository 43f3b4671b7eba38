package org.circlekeeper.roster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/** Gathers what stands against seating somebody, from the roster and from whoever above wants to be asked. */
@Component
class Admissions {

    private final Groups groups;
    private final RuleOfGroupStore rules;
    private final MembershipStore memberships;
    private final Patients patients;
    private final List<AdmissionCheck> checks;
    private final Clock clock;

    Admissions(
            Groups groups,
            RuleOfGroupStore rules,
            MembershipStore memberships,
            Patients patients,
            List<AdmissionCheck> checks,
            Clock clock) {
        this.groups = groups;
        this.rules = rules;
        this.memberships = memberships;
        this.patients = patients;
        this.checks = checks;
        this.clock = clock;
    }

    List<Finding> clearance(Admission asked) {
        var group = groups.find(asked.group()).orElseThrow();
        var findings = new ArrayList<>(Clearance.assess(new Clearance.Asked(
                group,
                groups.joining(group.type()),
                rules.windows(group.id()),
                rules.criteria(group.type()),
                patients.find(asked.patient()).orElseThrow(),
                together(asked),
                asked.days().first(),
                clock.instant())));
        checks.forEach(check -> findings.addAll(check.assess(asked)));
        return findings;
    }

    /** What keeps the door shut: all that always holds, and what holds when no reason is given to pass it. */
    List<Finding> holding(Admission asked) {
        var despite = asked.despite();
        return clearance(asked).stream()
                .filter(Finding::holds)
                .filter(finding ->
                        finding.weight() == Finding.Weight.ALWAYS_HOLDS || despite == null || despite.isBlank())
                .toList();
    }

    private List<Apart> together(Admission asked) {
        var pairs = rules.apart(asked.patient()).stream()
                .filter(pair -> Chairs.touch(pair.days(), asked.days()))
                .toList();
        if (pairs.isEmpty()) {
            return pairs;
        }
        var seated = memberships.of(asked.group());
        return pairs.stream()
                .filter(pair -> seated.stream()
                        .anyMatch(episode -> episode.patient().equals(pair.from(asked.patient()))
                                && Chairs.touch(episode.days(), asked.days())))
                .toList();
    }
}
