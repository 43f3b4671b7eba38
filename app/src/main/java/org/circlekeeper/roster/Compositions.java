package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What decides who may sit where, for all groups of the practice in scope at once: one question each. */
@Component
public class Compositions {

    private final CompositionStore store;
    private final RuleOfGroupStore rules;
    private final Groups groups;

    Compositions(CompositionStore store, RuleOfGroupStore rules, Groups groups) {
        this.store = store;
        this.rules = rules;
        this.groups = groups;
    }

    /** When groups that do not take members on any day take them. */
    public List<EnrolmentWindow> windows() {
        return store.windows();
    }

    /** Everybody who is not to sit with somebody. */
    public List<Apart> apart() {
        return rules.apart();
    }

    /**
     * The chairs that nobody has or is offered for good, from a day until another one, soonest first in each group.
     * Groups that have ended by then have none.
     */
    public List<Opening> openings(LocalDate from, LocalDate until) {
        var given = store.givenFrom(from).stream()
                .collect(Collectors.groupingBy(
                        CompositionStore.Chair::group,
                        Collectors.mapping(
                                chair -> new Chairs.Given(chair.holder(), chair.number(), chair.days()),
                                Collectors.toList())));
        var found = new ArrayList<Opening>();
        for (var group : groups.all()) {
            found.addAll(openings(group, given, from, until));
        }
        return found;
    }

    private static List<Opening> openings(
            Group group, Map<GroupId, List<Chairs.Given>> given, LocalDate from, LocalDate until) {
        var chairs = given.getOrDefault(group.id(), List.of());
        return IntStream.rangeClosed(1, group.capacity())
                .mapToObj(chair -> opening(group, chairs, chair, from))
                .flatMap(Optional::stream)
                .filter(opening -> !opening.from().isAfter(until))
                .filter(opening -> group.days().last() == null || group.days().includes(opening.from()))
                .sorted(Comparator.comparing(Opening::from).thenComparing(Opening::chair))
                .toList();
    }

    private static Optional<Opening> opening(Group group, List<Chairs.Given> given, int chair, LocalDate from) {
        var begins = group.days().first().isAfter(from) ? group.days().first() : from;
        var one = given.stream().filter(taken -> taken.chair() == chair).toList();
        return Chairs.freeFrom(shiftedToOne(one), 1, begins).map(day -> new Opening(group.id(), chair, day));
    }

    private static List<Chairs.Given> shiftedToOne(List<Chairs.Given> given) {
        return given.stream()
                .map(taken -> new Chairs.Given(taken.holder(), 1, taken.days()))
                .toList();
    }
}
