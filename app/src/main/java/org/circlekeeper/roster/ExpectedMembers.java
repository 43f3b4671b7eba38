package org.circlekeeper.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.circlekeeper.roster.UnexpectedSeats.Unexpected;
import org.circlekeeper.terms.DateRange;
import org.springframework.stereotype.Component;

/** How many members a group expects: those with a seat who do not pause, and whose papers are not missing. */
@Component
public class ExpectedMembers {

    private final MembershipStore store;
    private final List<UnexpectedSeats> unexpected;

    ExpectedMembers(MembershipStore store, List<UnexpectedSeats> unexpected) {
        this.store = store;
        this.unexpected = unexpected;
    }

    /** Of each group on the day asked for it; none are expected where a group is missing. */
    public Map<GroupId, Integer> of(Map<GroupId, LocalDate> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        var away = awayFrom(Collections.min(days.values()));
        return store.sitting(days).stream()
                .filter(one ->
                        away.getOrDefault(one.seat(), List.of()).stream().noneMatch(range -> range.includes(one.day())))
                .collect(groupingBy(MembershipStore.Sitting::group, summingInt(_ -> 1)));
    }

    private Map<MembershipId, List<DateRange>> awayFrom(LocalDate day) {
        return unexpected.stream()
                .flatMap(one -> one.from(day).stream())
                .collect(groupingBy(Unexpected::seat, mapping(Unexpected::days, toList())));
    }
}
