package org.circlekeeper.roster;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Kinds of groups that are kept apart from others because 42 CFR Part 2 applies to them. */
@Component
class KindsApart {

    private static final String PART2 = ", 42 CFR Part 2";

    private final KindStore kinds;
    private final RuleOfGroupStore rules;
    private final OwnFees fees;
    private final Clock clock;

    KindsApart(KindStore kinds, RuleOfGroupStore rules, OwnFees fees, Clock clock) {
        this.kinds = kinds;
        this.rules = rules;
        this.fees = fees;
        this.clock = clock;
    }

    static boolean isApart(Group group) {
        return group.typeName().contains(PART2);
    }

    /** One that is billed as this one; made like it when there is none. */
    Groups.Type billedAs(Groups.Type like) {
        var found = apart(like, one -> one.part2() && one.code().equals(like.code()));
        return found.known().orElseGet(() -> kinds.named(found.fresh()));
    }

    /**
     * One for a group of this kind that is to be kept apart: it is joined as this one, is for whom it is for, and the
     * group goes on to charge what it charged; made when there is none.
     */
    Groups.Type goingOn(Groups.Type like, GroupId group, Actor actor) {
        var says = ofKind(like.id());
        var found = apart(
                like,
                one -> one.equals(like.named(one.id(), one.name(), true))
                        && ofKind(one.id()).equals(says)
                        && fees.goOn(group, like.id(), one.id()).isPresent());
        var apart = found.known().orElseGet(() -> made(like, found.fresh(), actor));
        fees.goOn(group, like.id(), apart.id()).orElse(List.of()).forEach(fee -> fees.set(fee, actor));
        rules.retype(group, apart.id());
        return apart;
    }

    private Groups.Type made(Groups.Type like, Groups.Type fresh, Actor actor) {
        var made = kinds.named(fresh);
        fees.copy(like.id(), made.id(), actor);
        rules.criteria(like.id()).stream()
                .filter(one -> one.group() == null)
                .map(one -> new Criterion(
                        NewId.at(clock.instant()),
                        made.id(),
                        null,
                        one.excludes(),
                        one.kind(),
                        one.wanted(),
                        one.says()))
                .forEach(rules::add);
        return made;
    }

    /** The kind from which this one was set apart, for that group; made like it when there is none any more. */
    Groups.Type together(Groups.Type apart, GroupId group) {
        var together =
                kinds.named(apart.named(NewId.at(clock.instant()), apart.name().split(PART2, 2)[0], false));
        rules.retype(group, together.id());
        return together;
    }

    /** What is looked at of whom every group of a kind is for. */
    private record Wanted(boolean excludes, Criterion.Kind kind, String wanted, String says) {}

    private Set<Wanted> ofKind(UUID kind) {
        return rules.criteria(kind).stream()
                .filter(one -> one.group() == null)
                .map(one -> new Wanted(one.excludes(), one.kind(), one.wanted(), one.says()))
                .collect(toSet());
    }

    /** A kind that fits, or else one to be made under a name that is free. */
    private record Found(Optional<Groups.Type> known, Groups.Type fresh) {}

    /** Looks at no more names than there are kinds, and one. */
    private Found apart(Groups.Type like, Predicate<Groups.Type> fits) {
        var all = kinds.all();
        for (int number = 1; number <= all.size(); number++) {
            var name = name(like, number);
            var known = all.stream().filter(one -> one.name().equals(name)).findFirst();
            if (known.isEmpty() || known.filter(fits).isPresent()) {
                return new Found(known, fresh(like, name));
            }
        }
        return new Found(Optional.empty(), fresh(like, name(like, all.size() + 1)));
    }

    private static String name(Groups.Type like, int number) {
        return like.name() + PART2 + (number == 1 ? "" : " (" + number + ")");
    }

    private Groups.Type fresh(Groups.Type like, String name) {
        return like.named(NewId.at(clock.instant()), name, true);
    }
}
