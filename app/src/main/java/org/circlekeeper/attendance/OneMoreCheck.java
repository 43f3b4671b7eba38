package org.circlekeeper.attendance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says, wherever a seat is looked at that somebody may be given or offered, that one more member would be more people
 * than the practice's own rules allow. It keeps nobody out: who comes is not known yet.
 */
@Component
class OneMoreCheck implements AdmissionCheck {

    /** Asked for when it is needed: the rosters ask here. */
    private final ObjectProvider<Rosters> rosters;

    private final Groups groups;
    private final GroupLeaders leaders;
    private final Coverages coverages;
    private final Payers payers;
    private final PracticeRules rules;
    private final Clock clock;

    OneMoreCheck(
            ObjectProvider<Rosters> rosters,
            Groups groups,
            GroupLeaders leaders,
            Coverages coverages,
            Payers payers,
            PracticeRules rules,
            Clock clock) {
        this.rosters = rosters;
        this.groups = groups;
        this.leaders = leaders;
        this.coverages = coverages;
        this.payers = payers;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public boolean onlyWarns() {
        return true;
    }

    /** A seat that is kept for them is among those that are taken; where none is free, nobody sits down. */
    @Override
    public List<Finding> assess(Admission admission) {
        var group = groups.find(admission.group()).orElseThrow();
        var first = admission.days().first();
        int free = rosters.getObject().freeSeats(group.id(), admission.days());
        boolean counted = admission.keeping() != null;
        if (free == 0 && !counted) {
            return List.of();
        }
        var asked = new OneMore.Asked(
                group,
                first,
                group.capacity() - free + (counted ? 0 : 1),
                leaders.leadingOn(group.id(), first),
                paying(admission),
                clock.instant());
        return OneMore.assess(asked, rules.ownRules(), payers.all().stream().collect(toMap(Payer::id, Payer::name)));
    }

    private Set<UUID> paying(Admission admission) {
        var days = admission.days();
        var there = rosters.getObject().of(admission.group()).stream()
                .filter(episode -> episode.days().includes(days.first())
                        || days.includes(episode.days().first()))
                .map(Membership::patient);
        return coverages.of(Stream.concat(there, Stream.of(admission.patient())).collect(toSet())).stream()
                .filter(coverage -> coverage.days().includes(days.first()))
                .map(Coverage::payer)
                .collect(toSet());
    }
}
