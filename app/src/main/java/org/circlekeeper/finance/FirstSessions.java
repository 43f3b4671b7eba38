package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;

/** Tells whether somebody's next session is the first of their seat, however long after the seat began. Pure. */
final class FirstSessions {

    /** Of a seat that began longer ago it is not the first, whatever the calendar holds. */
    static final int DAYS_BACK = 56;

    private final Map<SessionId, Session> byId;
    private final Map<GroupId, List<LocalDate>> held;

    /** @param calendar what stands in it from {@link #DAYS_BACK} days ago on */
    FirstSessions(List<Session> calendar) {
        this.byId = calendar.stream().collect(toMap(Session::id, session -> session));
        this.held = ComingSessions.held(calendar).stream()
                .collect(groupingBy(Session::group, mapping(Session::serviceDate, toList())));
    }

    boolean starts(Listed line) {
        var coming = line.who().coming();
        if (coming == null || line.starts()) {
            return line.starts();
        }
        var session = byId.get(coming.session());
        return session != null
                && !coming.memberSince().isBefore(coming.day().minusDays(DAYS_BACK))
                && held.getOrDefault(session.group(), List.of()).stream()
                        .noneMatch(day -> !day.isBefore(coming.memberSince()) && day.isBefore(coming.day()));
    }
}
