package org.circlekeeper.portal;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.attendance.Announcement;
import org.circlekeeper.attendance.Announcements;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a member is expected next. */
@Component
public class MemberSchedule {

    /** Looked for in two steps: most groups meet within the first. */
    private static final List<Integer> DAYS = List.of(14, 91);

    private final Rosters rosters;
    private final Sessions sessions;
    private final Announcements announcements;
    private final Practices practices;
    private final Clock clock;

    MemberSchedule(Rosters rosters, Sessions sessions, Announcements announcements, Practices practices, Clock clock) {
        this.rosters = rosters;
        this.sessions = sessions;
        this.announcements = announcements;
        this.practices = practices;
        this.clock = clock;
    }

    /**
     * The next session that takes place, as far as one is planned.
     *
     * @param expected whether the session's sheet expects them; not while papers that it asks for are open
     * @param said that the member cannot come, when that was said
     * @param off days before it on which a session falls out
     */
    public record Upcoming(
            @Nullable Session session,
            boolean expected,
            @Nullable Announcement said,
            List<LocalDate> off) {

        public Upcoming {
            off = List.copyOf(off);
        }
    }

    public Upcoming next(PatientId member) {
        var episodes = rosters.of(member);
        var today = practices.today();
        for (int days : DAYS) {
            var theirs = theirs(episodes, today, today.plusDays(days));
            var next = theirs.stream()
                    .filter(session -> session.status() == Session.Status.PLANNED)
                    .findFirst();
            if (next.isPresent()) {
                return upcoming(next.get(), theirs, member);
            }
        }
        return new Upcoming(null, false, null, List.of());
    }

    /** A session that expects this member and has not ended; empty for any other. */
    public Optional<Session> find(SessionId id, PatientId member) {
        return sessions.find(id)
                .filter(session -> !session.hasEnded(clock.instant()))
                .filter(session -> session.status() == Session.Status.PLANNED)
                .filter(_ -> announcements.expects(id, member));
    }

    private Upcoming upcoming(Session next, List<Session> theirs, PatientId member) {
        return new Upcoming(
                next,
                announcements.expects(next.id(), member),
                announcements.of(member, List.of(next.id())).get(next.id()),
                theirs.stream()
                        .filter(session -> session.startsAt().isBefore(next.startsAt()))
                        .filter(session -> session.status() != Session.Status.PLANNED)
                        .map(Session::serviceDate)
                        .distinct()
                        .toList());
    }

    /** Sessions of their groups on days on which they are expected, by time. */
    private List<Session> theirs(List<Membership> episodes, LocalDate from, LocalDate to) {
        return sessions.between(from, to).stream()
                .filter(session -> !session.hasEnded(clock.instant()))
                .filter(session -> episodes.stream()
                        .anyMatch(episode ->
                                episode.group().equals(session.group()) && episode.isExpectedOn(session.serviceDate())))
                .sorted(comparing(Session::startsAt))
                .toList();
    }
}
