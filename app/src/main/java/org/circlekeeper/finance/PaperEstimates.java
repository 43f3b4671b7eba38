package org.circlekeeper.finance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/**
 * The good-faith estimate among a member's papers: it tells what one written here would, and counts as given once it
 * was signed, so that nobody gives them a second one. And what they say among their papers of billing a plan.
 */
@Component
public class PaperEstimates {

    private static final String SAID = "They said so in the paper about their insurance card.";

    private final Estimates estimates;
    private final EstimatedSessions sessions;
    private final Contents contents;
    private final Rosters rosters;
    private final Practices practices;
    private final Clock clock;

    PaperEstimates(
            Estimates estimates,
            EstimatedSessions sessions,
            Contents contents,
            Rosters rosters,
            Practices practices,
            Clock clock) {
        this.estimates = estimates;
        this.sessions = sessions;
        this.contents = contents;
        this.rosters = rosters;
        this.practices = practices;
        this.clock = clock;
    }

    /** What the sessions of one group come to, each fee by itself. */
    private record OfGroup(Group group, List<EstimateContents> contents) {}

    /**
     * What their sessions in all their groups are expected to cost. Empty while none is planned or one has no fee: an
     * estimate names every item, or is none (45 CFR 149.610(c)(1)).
     */
    public List<EstimateContents> of(PatientId member) {
        return byGroup(member).stream().flatMap(one -> one.contents().stream()).toList();
    }

    private List<OfGroup> byGroup(PatientId member) {
        var all = new ArrayList<OfGroup>();
        for (var group : groups(member).toList()) {
            var runs = sessions.year(member, group);
            if (runs.isEmpty()) {
                return List.of();
            }
            var told = runs.get().stream()
                    .map(run -> contents.of(member, group, run))
                    .toList();
            all.add(new OfGroup(group, told));
        }
        return all;
    }

    private Stream<Group> groups(PatientId member) {
        var today = practices.today();
        var theirs = rosters.of(member).stream()
                .filter(seat -> !seat.days().hasEnded(today))
                .map(Membership::group)
                .toList();
        return estimates.groups().stream().filter(group -> theirs.contains(group.id()));
    }

    /** They signed a paper that tells this: they have it in writing, as they chose (45 CFR 149.610(e)). */
    public void given(PatientId member, Actor by) {
        for (var one : byGroup(member)) {
            one.contents().forEach(contents -> given(member, one.group(), contents, by));
        }
    }

    private void given(PatientId member, Group group, EstimateContents contents, Actor by) {
        var known = estimates.of(member).stream()
                .filter(one -> one.group().equals(group.id()) && one.contents().equals(contents))
                .map(Estimate::id)
                .findFirst();
        var id = known.orElseGet(() -> estimates.keep(estimates.newId(), member, group, contents, by));
        var giving = new Estimate.Giving(
                practices.today(),
                Estimate.Way.ELECTRONIC,
                by.label(),
                practices.current().name(),
                by.label(),
                clock.instant());
        estimates.of(member).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .ifPresent(estimate -> estimates.give(estimates.newId(), estimate, giving, by));
    }

    /**
     * What they said of sending bills to a plan. A no makes them somebody who pays for themselves, and asks for an
     * estimate of each group they sit in (45 CFR 149.610(a)(2)(xiii)); a yes counts where they said no before.
     */
    public void said(PatientId member, boolean bill, Actor by) {
        var before = estimates.lastClaimWanted(member);
        if (before.filter(wanted -> wanted == bill).isEmpty() && !(bill && before.isEmpty())) {
            groups(member)
                    .forEach(group ->
                            estimates.asked(estimates.newId(), member, group.id(), practices.today(), bill, SAID, by));
        }
    }
}
