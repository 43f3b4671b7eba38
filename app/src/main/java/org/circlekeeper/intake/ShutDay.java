package org.circlekeeper.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/**
 * From which day on it counts that papers are missing, or are there by now. Who was expected when a session began stays
 * expected in it; who was not, and whose papers are there before it has ended, may come in still.
 */
@Component
class ShutDay {

    private final Sessions sessions;
    private final Practices practices;
    private final Clock clock;

    ShutDay(Sessions sessions, Practices practices, Clock clock) {
        this.sessions = sessions;
        this.practices = practices;
        this.clock = clock;
    }

    /** Today, or tomorrow once a session of the group has begun today. */
    LocalDate shut(Membership seat) {
        return unlessPast(seat, Session::startsAt);
    }

    /** Today, or tomorrow once a session of the group has ended today. */
    LocalDate open(Membership seat) {
        return unlessPast(seat, Session::endsAt);
    }

    private LocalDate unlessPast(Membership seat, Function<Session, Instant> moment) {
        var today = practices.today();
        boolean past = sessions.between(today, today).stream()
                .filter(session -> session.group().equals(seat.group()))
                .filter(session -> session.status() == Session.Status.PLANNED)
                .anyMatch(session -> !moment.apply(session).isAfter(clock.instant()));
        return past ? today.plusDays(1) : today;
    }
}
