package org.circlekeeper.roster;

import static java.util.stream.Collectors.partitioningBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.DateRange;
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
        return findings(asked, checks);
    }

    private List<Finding> findings(Admission asked, List<AdmissionCheck> some) {
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
        some.forEach(check -> findings.addAll(check.assess(asked)));
        return findings;
    }

    /**
     * What came of asking.
     *
     * @param holding what keeps the door shut: all that always holds, and what holds when no reason is given to pass it
     * @param passed what a reason was given for
     */
    record Verdict(List<Finding> holding, List<Finding> passed) {

        /** What was passed and why, in words; empty when nothing was. */
        String words(Admission asked) {
            return passed.isEmpty()
                    ? ""
                    : "past "
                            + String.join(
                                    ", ", passed.stream().map(Finding::code).toList()) + ": " + asked.despite();
        }
    }

    /** Keeps others from what is decided by, before somebody is seated. */
    void seating(Admission asked) {
        checks.forEach(check -> check.seating(asked));
    }

    /** The days of whoever was found to be let in: no seat outlasts a group of which the last day is known. */
    DateRange days(Admission cleared) {
        return cleared.days()
                .until(groups.find(cleared.group()).orElseThrow().days().last());
    }

    Verdict verdict(Admission asked) {
        var despite = asked.despite();
        boolean excused = despite != null && !despite.isBlank();
        var deciding = checks.stream().filter(check -> !check.onlyWarns()).toList();
        var holding = findings(asked, deciding).stream()
                .filter(Finding::holds)
                .collect(partitioningBy(finding -> finding.weight() == Finding.Weight.ALWAYS_HOLDS || !excused));
        return new Verdict(holding.getOrDefault(true, List.of()), holding.getOrDefault(false, List.of()));
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
