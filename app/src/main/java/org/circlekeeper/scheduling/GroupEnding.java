package org.circlekeeper.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** Ends a group as one act: the seats of whoever sits there, its regular times, what is planned later, its own days. */
@Component
public class GroupEnding {

    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final SessionStore store;
    private final AuditTrail audit;
    private final Clock clock;

    GroupEnding(Groups groups, Rosters rosters, Sessions sessions, SessionStore store, AuditTrail audit, Clock clock) {
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Ended {
        /**
         * The group ends, and so many memberships end or are taken back with it. So many offers of a seat still stand:
         * whoever says yes sits there up to the last day, or not at all when it is before their first.
         */
        record Done(int memberships, int offers) implements Ended {}

        /** So many seats begin after that day and cannot be taken back here; nothing was changed. */
        record SeatsBeginLater(int seats) implements Ended {}
    }

    /**
     * Whoever joins at the same moment waits: the group's seats are locked first, then its calendar. What somebody
     * changed meanwhile stays: of the group itself nothing is written but its last day.
     */
    public Ended end(Group seen, LocalDate last, String reason, Actor actor) {
        var held = rosters.held(seen.id());
        var group = groups.find(seen.id()).orElse(seen);
        var episodes = held.stream()
                .filter(episode ->
                        episode.days().last() == null || episode.days().last().isAfter(last))
                .toList();
        long stuck = episodes.stream()
                .filter(episode -> episode.days().first().isAfter(last) && !rosters.isWithdrawable(episode))
                .count();
        if (stuck > 0) {
            return new Ended.SeatsBeginLater((int) stuck);
        }
        endSeats(episodes, last, "the group ends: " + reason, actor);
        endSessions(group.id(), last, actor);
        groups.end(group.id(), last, actor);
        audit.did(
                actor,
                "ended a group",
                "group " + group.id(),
                episodes.stream().map(episode -> episode.patient().value()).toList(),
                "last day " + last + ": " + reason);
        return new Ended.Done(episodes.size(), rosters.offered(group.id()));
    }

    private void endSeats(List<Membership> episodes, LocalDate last, String reason, Actor actor) {
        for (var episode : episodes) {
            boolean done = episode.days().first().isAfter(last)
                    ? rosters.withdraw(episode.id(), reason, actor)
                    : rosters.leave(episode.id(), last, Ending.ADMINISTRATIVE, reason, actor);
            if (!done) {
                throw new IllegalStateException("A seat that nobody else could change did not end: " + episode.id());
            }
        }
    }

    /** Regular times end, and sessions that somebody added for later days do not take place. */
    private void endSessions(GroupId group, LocalDate last, Actor actor) {
        sessions.lock();
        sessions.seriesOf(group).stream()
                .filter(series ->
                        series.days().last() == null || series.days().last().isAfter(last))
                .forEach(series -> sessions.endSeries(series.id(), last, actor));
        store.of(group, clock.instant()).stream()
                .filter(session -> session.serviceDate().isAfter(last)
                        && !session.hasBegun(clock.instant())
                        && session.status() == Session.Status.PLANNED)
                .forEach(session -> sessions.cancel(session.id(), "the group has ended", actor));
    }
}
