package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins the next cycle of a group: a group alike, with new days and nobody in it. */
@Component
public class Cycles {

    private final Groups groups;
    private final GroupLeaders leaders;
    private final GroupRules rules;
    private final RuleOfGroupStore criteria;
    private final OwnFees fees;
    private final Clock clock;

    Cycles(
            Groups groups,
            GroupLeaders leaders,
            GroupRules rules,
            RuleOfGroupStore criteria,
            OwnFees fees,
            Clock clock) {
        this.groups = groups;
        this.leaders = leaders;
        this.rules = rules;
        this.criteria = criteria;
        this.fees = fees;
        this.clock = clock;
    }

    /** As in {@code DBT Skills, Spring 2027}: the name without the cycle before, and the cycle to come. */
    public static String name(Group group, String cycle) {
        var before = ", " + group.cycle();
        var plain = !group.cycle().isEmpty() && group.name().endsWith(before)
                ? group.name().substring(0, group.name().length() - before.length())
                : group.name();
        return plain + ", " + cycle.strip();
    }

    /** How many days later everything lies than in the cycle before. */
    public static long shift(Group group, LocalDate first) {
        return ChronoUnit.DAYS.between(group.days().first(), first);
    }

    static @Nullable LocalDate later(@Nullable LocalDate day, long days) {
        return day == null ? null : day.plusDays(days);
    }

    /**
     * A group like this one from a first day on: kind, sizes, programme, leaders who lead then still, whom it is for,
     * what it charges of its own; its windows and last day lie as long after the first day as they did.
     */
    public GroupId begin(Group group, String cycle, LocalDate first, Actor actor) {
        long shift = shift(group, first);
        var settings = new Groups.Settings(
                name(group, cycle),
                group.minimum(),
                group.target(),
                group.capacity(),
                group.leader(),
                new DateRange(first, later(group.days().last(), shift)),
                group.programme(),
                cycle.strip());
        var id = groups.found(groups.type(group.type()).orElseThrow(), settings, actor);
        leaders.of(group.id()).stream()
                .filter(leader ->
                        leader.days().last() == null || !leader.days().last().isBefore(first))
                .forEach(leader -> leaders.add(id, leader.practitioner(), leader.part(), DateRange.from(first), actor));
        rules.windows(group.id())
                .forEach(window -> rules.open(
                        id,
                        window.name(),
                        window.first().plusDays(shift),
                        window.last().plusDays(shift),
                        actor));
        criteria.criteria(group.type()).stream()
                .filter(criterion -> group.id().equals(criterion.group()))
                .forEach(criterion -> criteria.add(new Criterion(
                        NewId.at(clock.instant()),
                        criterion.type(),
                        id,
                        criterion.excludes(),
                        criterion.kind(),
                        criterion.wanted(),
                        criterion.says())));
        fees.schedule()
                .of(group.id(), first)
                .ifPresent(charge -> fees.charge(new OwnFee(null, id, first, charge), actor));
        return id;
    }
}
