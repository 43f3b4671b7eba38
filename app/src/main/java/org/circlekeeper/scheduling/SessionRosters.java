package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.UnexpectedSeats;
import org.circlekeeper.roster.UnexpectedSeats.Unexpected;
import org.circlekeeper.terms.DateRange;
import org.springframework.stereotype.Component;

/** Whom sessions expect: those with a seat who do not pause, and whose papers are not missing that day. */
@Component
class SessionRosters {

    private final SessionStore store;
    private final List<UnexpectedSeats> unexpected;

    SessionRosters(SessionStore store, List<UnexpectedSeats> unexpected) {
        this.store = store;
        this.unexpected = unexpected;
    }

    /** Of these sessions; one that expects nobody is not there. */
    List<SessionStore.Seated> expected(Collection<Session> sessions) {
        var first = sessions.stream().map(Session::serviceDate).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var away = awayFrom(first.get());
        Map<SessionId, LocalDate> days = sessions.stream().collect(toMap(Session::id, Session::serviceDate));
        return store.seated(sessions).stream()
                .filter(one -> away.getOrDefault(one.seat(), List.of()).stream()
                        .noneMatch(range -> range.includes(Objects.requireNonNull(days.get(one.session())))))
                .toList();
    }

    private Map<MembershipId, List<DateRange>> awayFrom(LocalDate day) {
        return unexpected.stream()
                .flatMap(one -> one.from(day).stream())
                .collect(groupingBy(Unexpected::seat, mapping(Unexpected::days, toList())));
    }
}
