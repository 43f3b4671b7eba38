package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.attendance.OneMore;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/** Gathers who pays for a group's members, and asks whether one more would be more people than they allow. */
@Component
class PayersThere {

    private final Rosters rosters;
    private final GroupLeaders leaders;
    private final Coverages coverages;
    private final Payers payers;
    private final PracticeRules rules;
    private final Clock clock;

    PayersThere(
            Rosters rosters,
            GroupLeaders leaders,
            Coverages coverages,
            Payers payers,
            PracticeRules rules,
            Clock clock) {
        this.rosters = rosters;
        this.leaders = leaders;
        this.coverages = coverages;
        this.payers = payers;
        this.rules = rules;
        this.clock = clock;
    }

    /** What one more member would pass, when so many seats are free on every one of the days. */
    List<Finding> withOneMore(Group group, PatientId patient, DateRange days, int free) {
        var asked = new OneMore.Asked(
                group,
                days.first(),
                group.capacity() - free + 1,
                leaders.leadingOn(group.id(), days.first()),
                paying(group, patient, days),
                clock.instant());
        return OneMore.assess(asked, rules.ownRules(), payers.all().stream().collect(toMap(Payer::id, Payer::name)));
    }

    private Set<UUID> paying(Group group, PatientId patient, DateRange days) {
        var there = rosters.of(group.id()).stream()
                .filter(episode -> episode.days().includes(days.first())
                        || days.includes(episode.days().first()))
                .map(Membership::patient);
        return coverages.of(Stream.concat(there, Stream.of(patient)).collect(toSet())).stream()
                .filter(coverage -> coverage.days().includes(days.first()))
                .map(Coverage::payer)
                .collect(toSet());
    }
}
