package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.Colleague;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Calendars under secret addresses: made, revoked, and read by programs that do not sign in. */
@Component
public class Feeds {

    private static final int MOST_AN_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int WEEKS_BACK = 4;

    private final FeedStore store;
    private final SessionStore sessions;
    private final ShownInFeed shownIn;
    private final SeriesStore series;
    private final BesideStore beside;
    private final RoomStore rooms;
    private final Groups groups;
    private final Practices practices;
    private final People people;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Feeds(
            FeedStore store,
            SessionStore sessions,
            ShownInFeed shownIn,
            SeriesStore series,
            BesideStore beside,
            RoomStore rooms,
            Groups groups,
            Practices practices,
            People people,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.shownIn = shownIn;
        this.series = series;
        this.beside = beside;
        this.rooms = rooms;
        this.groups = groups;
        this.practices = practices;
        this.people = people;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an address answers. */
    public sealed interface Answer {
        /** The calendar. */
        record Calendar(String text) implements Answer {}

        /** Read too often within an hour. */
        record TooOften(Duration pause) implements Answer {}

        /** No such address, or not any more; alike for both. */
        record NotThere() implements Answer {}
    }

    /** Those a person has made, the latest first. */
    public List<Feed> of(SignedIn who) {
        return store.of(who.person());
    }

    /**
     * Makes an address and gives its secret, which is not kept. The whole practice's is for whoever reads all of it.
     */
    public String make(SignedIn who, boolean whole, Feed.Mode mode) {
        var secret = FeedSecret.fresh(who.practice());
        var own = who.practitioner();
        boolean all = whole && who.may(Permission.SEE_WHOLE_PRACTICE);
        if (!all && own == null) {
            throw new IllegalArgumentException("Whoever leads nothing has no calendar of their own");
        }
        var feed = new Feed(
                new FeedId(NewId.at(clock.instant())),
                who.person(),
                all || own == null ? null : new PractitionerId(own),
                mode,
                clock.instant(),
                null,
                null);
        store.add(feed, secret.hash());
        audit.did(who.actor(), "made a calendar address", "feed " + feed.id(), mode.onScreen());
        return secret.toString();
    }

    /** Ends an address of one's own at once. False when there is none. */
    public boolean revoke(SignedIn who, FeedId id) {
        boolean revoked = store.revoke(id, who.person(), clock.instant());
        if (revoked) {
            audit.did(who.actor(), "revoked a calendar address", "feed " + id, "by its owner");
        }
        return revoked;
    }

    /** What stands in entries for each group where names do not. */
    public String code(GroupId group) {
        return FeedEvents.code(group);
    }

    /** Answers a program that shows the secret. */
    public Answer read(String token) {
        var secret = FeedSecret.read(token);
        return secret.isEmpty() ? new Answer.NotThere() : scope.in(secret.get().practice(), () -> read(secret.get()));
    }

    private Answer read(FeedSecret secret) {
        var feed = store.find(secret.hash());
        var holder = feed.flatMap(one -> holder(secret.practice(), one));
        if (feed.isEmpty() || holder.isEmpty()) {
            return new Answer.NotThere();
        }
        var now = clock.instant();
        if (!store.fetched(feed.get().id(), now, now.minus(HOUR), MOST_AN_HOUR)) {
            return new Answer.TooOften(HOUR);
        }
        return new Answer.Calendar(written(feed.get(), holder.get()));
    }

    /** Whose it is, as long as they may still read what it shows. */
    private Optional<Colleague> holder(PracticeId practice, Feed feed) {
        return people.inPractice(practice).stream()
                .filter(one ->
                        one.person().id().equals(feed.person()) && !one.person().disabled())
                .filter(one -> Permission.SEE_CALENDAR.isGivenTo(one.roles()))
                .filter(one -> feed.practitioner() == null
                        ? Permission.SEE_WHOLE_PRACTICE.isGivenTo(one.roles())
                        : feed.practitioner().value().equals(one.practitioner()))
                .findFirst();
    }

    private String written(Feed feed, Colleague holder) {
        Practice practice = practices.current();
        var today = practices.today();
        var from = today.minusWeeks(WEEKS_BACK);
        var to = today.plusWeeks(CalendarPlan.WEEKS_AHEAD);
        var met = sessions.between(from, to);
        var shown = shownIn.shown(feed, met, from, to);
        audit(feed, holder, shown);
        var asked = new FeedEvents.Asked(
                feed.mode(),
                feed.practitioner(),
                practice.outsideName(),
                practice.zone(),
                from,
                to,
                groups.all().stream().collect(toMap(Group::id, group -> group)),
                own(feed),
                series.all(),
                met,
                shown.people(),
                shown.expected(),
                rooms.all().stream().collect(toMap(Room::id, Room::name)),
                shown.alone(),
                shown.patients(),
                shown.timeOnly());
        return CalendarFile.of(practice.outsideName(), practice.zone(), clock.instant(), FeedEvents.of(asked));
    }

    /** The groups whose series stand there as a whole. */
    private Set<GroupId> own(Feed feed) {
        var practitioner = feed.practitioner();
        var own = new HashSet<GroupId>();
        groups.all().stream()
                .filter(group -> practitioner == null || group.leader().equals(practitioner))
                .forEach(group -> own.add(group.id()));
        beside.ofGroups().stream()
                .filter(one -> one.practitioner().equals(practitioner))
                .forEach(one -> own.add(one.group()));
        return own;
    }

    /** Whose names or initials went out, and to whose calendar. */
    private void audit(Feed feed, Colleague holder, ShownInFeed.Shown shown) {
        if (!shown.ids().isEmpty()) {
            var person = holder.person();
            audit.shown(
                    new Actor.Person(person.id(), person.name(), "calendar address"),
                    "calendar, " + feed.mode().onScreen(),
                    shown.ids(),
                    "feed " + feed.id());
        }
    }
}
