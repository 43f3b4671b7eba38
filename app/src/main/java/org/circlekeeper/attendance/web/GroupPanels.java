package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.EnrolmentWindow;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.OwnFeeForm;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.roster.Programmes;
import org.springframework.stereotype.Component;

/** Gathers what holds in a group. */
@Component
class GroupPanels {

    private final Groups groups;
    private final GroupRules rules;
    private final GroupLeaders leaders;
    private final Kinds kinds;
    private final Programmes programmes;
    private final OwnFees fees;
    private final Practices practices;
    private final PracticeRules practiceRules;
    private final Payers payers;

    GroupPanels(
            Groups groups,
            GroupRules rules,
            GroupLeaders leaders,
            Kinds kinds,
            Programmes programmes,
            OwnFees fees,
            Practices practices,
            PracticeRules practiceRules,
            Payers payers) {
        this.groups = groups;
        this.rules = rules;
        this.leaders = leaders;
        this.kinds = kinds;
        this.programmes = programmes;
        this.fees = fees;
        this.practices = practices;
        this.practiceRules = practiceRules;
        this.payers = payers;
    }

    GroupRulesPanel of(Group group, LocalDate today) {
        var joining = groups.type(group.type()).map(Groups.Type::joining).orElse(Joining.OPEN);
        var names = practices.practitioners().stream().collect(toMap(Practitioner::id, Practitioner::signature));
        var beside = leaders.of(group.id());
        return new GroupRulesPanel(
                programmes.all().stream()
                        .filter(programme -> programme.id().equals(group.programme()))
                        .map(Programmes.Programme::name)
                        .findFirst()
                        .orElse(""),
                "One may join " + joining.onScreen() + ".",
                joining == Joining.COHORT || joining == Joining.WINDOWS,
                rules.windows(group.id()).stream()
                        .map(window -> row(window, today))
                        .toList(),
                kinds.criteria(group.type()).stream()
                        .filter(criterion -> criterion.standsFor(group.id()))
                        .map(criterion -> (criterion.excludes() ? "Not for: " : "For: ") + criterion.says())
                        .toList(),
                beside.stream().map(one -> row(one, names, today)).toList(),
                sizes(group, GroupLeaders.leading(beside, today), today),
                OwnFeeForm.lines(fees.of(group.id())));
    }

    private static GroupRulesPanel.Window row(EnrolmentWindow window, LocalDate today) {
        boolean open = window.includes(today);
        boolean later = window.first().isAfter(today);
        return new GroupRulesPanel.Window(
                window.id(),
                window.name(),
                Words.day(window.first()) + " to " + Words.day(window.last()),
                open ? Tone.GOOD : later ? Tone.CALM : Tone.NONE,
                open ? "Open now" : later ? "Opens later" : "Over");
    }

    private static GroupRulesPanel.Beside row(GroupLeader leader, Map<PractitionerId, String> names, LocalDate today) {
        var last = leader.days().last();
        return new GroupRulesPanel.Beside(
                leader.id(),
                names.getOrDefault(leader.practitioner(), ""),
                leader.part().onScreen(),
                Standing.days(leader.days()),
                last == null || last.isAfter(today));
    }

    /** The practice's rules about the number of people that hold today with so many leaders, beside the seats. */
    private List<GroupRulesPanel.Size> sizes(Group group, int leading, LocalDate today) {
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var holding = practiceRules.ownRules().stream()
                .filter(rule -> rule.kind() == OwnRule.Kind.MOST_PEOPLE)
                .filter(rule -> rule.days().includes(today) && rule.isFor(leading))
                .toList();
        return holding.stream()
                .filter(rule -> holding.stream()
                        .filter(other -> Objects.equals(other.payer(), rule.payer()))
                        .allMatch(rule::standsBefore))
                .map(rule -> size(rule, names, group))
                .toList();
    }

    private static GroupRulesPanel.Size size(OwnRule rule, Map<UUID, String> names, Group group) {
        boolean fine = group.capacity() <= rule.amount();
        var payer = rule.payer();
        return new GroupRulesPanel.Size(
                (payer == null ? "Your practice" : names.getOrDefault(payer, "")) + " allows " + rule.amount()
                        + " people" + rule.withLeaders()
                        + (fine ? "." : ", and there are " + group.capacity() + " seats."),
                rule.source(),
                fine);
    }
}
