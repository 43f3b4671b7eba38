package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.LeaderAway;
import org.circlekeeper.scheduling.Part;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.StandIn;
import org.circlekeeper.scheduling.Substitutes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Gathers what the page shows on which one session is changed. */
@Component
class SessionChangePages {

    private static final String NOBODY = "nobody";
    private static final String THEMSELVES = "themselves";

    private final Sessions sessions;
    private final SessionChanges changes;
    private final LeaderAway away;
    private final CalendarPages calendar;
    private final Groups groups;
    private final Rooms rooms;
    private final Practices practices;
    private final Clock clock;

    SessionChangePages(
            Sessions sessions,
            SessionChanges changes,
            LeaderAway away,
            CalendarPages calendar,
            Groups groups,
            Rooms rooms,
            Practices practices,
            Clock clock) {
        this.sessions = sessions;
        this.changes = changes;
        this.away = away;
        this.calendar = calendar;
        this.groups = groups;
        this.rooms = rooms;
        this.practices = practices;
        this.clock = clock;
    }

    Session session(SessionId id) {
        return sessions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    SessionChangePage page(Session session, Filled form) {
        var zone = practices.current().zone();
        boolean begun = session.hasBegun(clock.instant());
        var coming = begun ? List.<Substitutes.Candidate>of() : coSubstitutes(session);
        return new SessionChangePage(
                session.id(),
                group(session),
                facts(session, zone),
                session.status(),
                begun
                        ? "This session has begun or is over: what happened stays. Its sheet says who was there; a session in "
                                + "its place can still be added."
                        : null,
                begun ? List.of() : away.candidates(session),
                begun ? List.of() : coLeaders(session),
                begun ? List.of() : instead(coming),
                coming.stream().anyMatch(one -> !one.licensed()),
                calendar.openRooms(),
                changes.past(session.id()).stream()
                        .map(past -> new SessionChangePage.Past(
                                past.says(), "by " + past.by() + ", " + Words.moment(past.at(), zone)))
                        .toList(),
                form,
                usual(session, zone));
    }

    /** Those who co-lead it, and those who would but are away. */
    List<Choice> coLeaders(Session session) {
        var there = sessions.beside(List.of(session.id())).stream()
                .filter(one -> one.part() == Part.CO_LEADING)
                .map(Sessions.Leading::practitioner)
                .filter(one ->
                        session.arranged().standIns().stream().noneMatch(standIn -> one.equals(standIn.instead())));
        var gone = session.arranged().standIns().stream().map(StandIn::away);
        return Stream.concat(there, gone)
                .distinct()
                .map(id -> new Choice(id.toString(), name(id)))
                .toList();
    }

    /**
     * Who is there instead of a co-leader.
     *
     * @param who null for nobody, and for the co-leader themselves
     */
    record Instead(@Nullable PractitionerId who, boolean themselves) {

        /** Whether this is somebody who comes in the co-leader's place. */
        static boolean isSomebody(String text) {
            return !text.isEmpty() && !text.equals(NOBODY) && !text.equals(THEMSELVES);
        }

        static Instead of(String text) {
            return switch (text) {
                case NOBODY -> new Instead(null, false);
                case THEMSELVES -> new Instead(null, true);
                default -> new Instead(PractitionerId.of(text), false);
            };
        }

        @Nullable
        PractitionerId insteadOf(PractitionerId away) {
            return themselves ? away : who;
        }
    }

    /** Those who may lead it in its leader's place. */
    List<Substitutes.Candidate> substitutes(Session session) {
        return away.candidates(session).stream()
                .filter(Substitutes.Candidate::may)
                .toList();
    }

    /** Those who may come to co-lead it. */
    List<Substitutes.Candidate> coSubstitutes(Session session) {
        return away.coCandidates(session).stream()
                .filter(Substitutes.Candidate::may)
                .toList();
    }

    private static List<Choice> instead(List<Substitutes.Candidate> coming) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(NOBODY, "Nobody: it is held without them"));
        coming.stream()
                .forEach(one -> choices.add(new Choice(one.practitioner().toString(), one.name() + ": " + one.says())));
        choices.add(new Choice(THEMSELVES, "They come after all"));
        return choices;
    }

    private String group(Session session) {
        return groups.find(session.group()).map(Group::name).orElse("");
    }

    private static Filled usual(Session session, ZoneId zone) {
        var room = session.room();
        return Filled.blank("usual")
                .with("day", session.serviceDate())
                .with("start", Words.time(session.startsAt().atZone(zone).toLocalTime()))
                .with(
                        "minutes",
                        Duration.between(session.startsAt(), session.endsAt()).toMinutes())
                .with("room", room == null ? "" : room)
                .with("link", session.link());
    }

    private List<SessionChangePage.Fact> facts(Session session, ZoneId zone) {
        var facts = new ArrayList<SessionChangePage.Fact>();
        facts.add(new SessionChangePage.Fact(
                "When",
                Words.moment(session.startsAt(), zone) + " to "
                        + Words.time(session.endsAt().atZone(zone).toLocalTime())));
        facts.add(new SessionChangePage.Fact("Leader", leader(session)));
        var beside = sessions.beside(List.of(session.id())).stream()
                .map(one -> name(one.practitioner()) + ", " + one.part().onScreen())
                .collect(joining("; "));
        if (!beside.isEmpty()) {
            facts.add(new SessionChangePage.Fact("With", beside));
        }
        facts.add(new SessionChangePage.Fact("Where", where(session)));
        facts.add(new SessionChangePage.Fact("Stands", standing(session)));
        return facts;
    }

    private String leader(Session session) {
        var instead = session.arranged().substituteFor();
        return name(session.leader()) + (instead == null ? "" : ", substitute for " + name(instead));
    }

    private String name(PractitionerId id) {
        return practices.practitioners().stream()
                .filter(one -> one.id().equals(id))
                .map(Practitioner::signature)
                .findFirst()
                .orElse("");
    }

    private String where(Session session) {
        var room = session.room();
        var name = room == null ? "" : rooms.find(room).map(Room::name).orElse("");
        var place = "place of service " + session.placeOfService();
        var online = session.link().isEmpty() ? "" : session.link();
        return Stream.of(name, online, place).filter(part -> !part.isEmpty()).collect(joining(", "));
    }

    private static String standing(Session session) {
        return switch (session.status()) {
            case PLANNED -> session.reason() == null ? "planned" : "planned, " + session.reason();
            case SKIPPED -> "no group: " + reason(session.reason());
            case CANCELLED -> "cancelled: " + reason(session.reason());
        };
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "no reason given" : reason;
    }
}
