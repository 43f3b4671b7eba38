package org.circlekeeper.scheduling;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;

/**
 * One session as it stands and as it is to stand. Pure.
 *
 * @param before null when the session is new
 */
public record Edit(@Nullable Session before, Session after) {

    /** Telehealth, members at home (CMS place of service 10). */
    static final String AT_HOME = "10";

    /** What a person's change makes of a session. */
    public static Edit of(Session session, Change change, String why, ZoneId zone) {
        var byHand = session.arranged(session.arranged().decided());
        return new Edit(
                session,
                switch (change) {
                    case Change.Skip() -> byHand.standing(Session.Status.SKIPPED, why);
                    case Change.Cancel() -> byHand.standing(Session.Status.CANCELLED, why);
                    case Change.Restore() -> byHand.standing(Session.Status.PLANNED, null);
                    case Change.Move move -> moved(byHand, move, zone);
                    case Change.Substitute(var leader) -> substituted(byHand, leader);
                    case Change.CoLeader(var away, var instead) ->
                        byHand.arranged(byHand.arranged().standIn(away, instead));
                    case Change.Online(var link) ->
                        byHand.heldAt(AT_HOME).arranged(byHand.arranged().online(link));
                });
    }

    private static Session moved(Session session, Change.Move move, ZoneId zone) {
        var starts = SessionCalendar.instant(move.day(), move.start(), zone);
        return session.at(move.day(), starts, starts.plus(move.length()))
                .arranged(session.arranged().in(move.room()));
    }

    /** Whoever substitutes for a substitute stands in for the same leader; the leader themselves come back. */
    private static Session substituted(Session session, PractitionerId leader) {
        var known = session.arranged().substituteFor();
        var away = known == null ? session.leader() : known;
        return session.ledBy(leader).arranged(session.arranged().substituteFor(leader.equals(away) ? null : away));
    }

    /** A session in the place of one that was missed, held as that would have been. */
    public static Edit makeUp(Session missed, SessionId fresh, Change.Move when, ZoneId zone) {
        var arranged = new Session.Arranged(
                null, when.room(), missed.link(), missed.arranged().substituteFor(), missed.id(), true, 0, List.of());
        var starts = SessionCalendar.instant(when.day(), when.start(), zone);
        return new Edit(
                null,
                new Session(
                        fresh,
                        missed.group(),
                        null,
                        when.day(),
                        starts,
                        starts.plus(when.length()),
                        missed.leader(),
                        missed.placeOfService(),
                        Session.Status.PLANNED,
                        null,
                        false,
                        arranged));
    }

    /** Sessions that are new. */
    static List<Edit> fresh(Collection<Session> sessions) {
        return sessions.stream().map(session -> new Edit(null, session)).toList();
    }

    /** Whether it is held at another time, or on another day. */
    boolean moves() {
        return before != null
                && !(before.startsAt().equals(after.startsAt())
                        && before.endsAt().equals(after.endsAt()));
    }

    /** Whether it is held at a time at which nobody expected it before: one that is shortened is not. */
    boolean isNewThen() {
        return after.status() == Session.Status.PLANNED
                && (before == null || before.status() != Session.Status.PLANNED || !after.isWithin(before));
    }

    /** The session whose members are to be told: the one they would have come to. */
    Session concerns() {
        return before == null ? after : before;
    }
}
