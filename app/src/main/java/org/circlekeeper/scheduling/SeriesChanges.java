package org.circlekeeper.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a group's regular time: shown before they are made. Sessions of which something is recorded stay. */
@Component
public class SeriesChanges {

    private final SeriesStore store;
    private final SessionStore sessionStore;
    private final HolidayStore choices;
    private final BookingStore bookings;
    private final Sessions sessions;
    private final Against objections;
    private final SessionLedger ledger;
    private final ClashWords clashes;
    private final MemberClashes members;
    private final SeriesActs acts;
    private final ChangeWords words;
    private final Groups groups;
    private final Practices practices;
    private final PracticeRules rules;
    private final Clock clock;

    SeriesChanges(
            SeriesStore store,
            SessionStore sessionStore,
            HolidayStore choices,
            BookingStore bookings,
            Sessions sessions,
            Against objections,
            SessionLedger ledger,
            ClashWords clashes,
            MemberClashes members,
            SeriesActs acts,
            ChangeWords words,
            Groups groups,
            Practices practices,
            PracticeRules rules,
            Clock clock) {
        this.store = store;
        this.sessionStore = sessionStore;
        this.choices = choices;
        this.bookings = bookings;
        this.sessions = sessions;
        this.objections = objections;
        this.ledger = ledger;
        this.clashes = clashes;
        this.members = members;
        this.acts = acts;
        this.words = words;
        this.groups = groups;
        this.practices = practices;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is to become of a group's regular time.
     *
     * @param old the series that ends the day before; empty when a time is added
     * @param fresh the series that begins on that day; empty when a time ends
     */
    public record Wanted(GroupId group, Optional<SeriesId> old, Optional<Series> fresh, LocalDate from) {}

    /** What a change would do, and with which sessions. */
    private record Reckoned(
            List<Session> gone,
            List<Session> kept,
            List<Session> added,
            Set<PatientId> people,
            SessionChanges.Preview preview) {}

    public SessionChanges.Preview preview(Wanted wanted) {
        return reckoned(wanted).preview();
    }

    /** Makes the change as one act, by whose id it is taken back; or says why it was not made. */
    public SessionChanges.Outcome make(Wanted wanted, Actor actor) {
        objections.hold();
        bookings.lock();
        var reckoned = reckoned(wanted);
        var preview = reckoned.preview();
        if (!preview.against().isEmpty()) {
            return new SessionChanges.Outcome.Refused(preview.against());
        }
        var said = preview.lines().getFirst();
        var act = acts.keep(wanted, reckoned.gone(), said, actor);
        var kept = new HashSet<SessionId>();
        reckoned.kept().forEach(session -> kept.add(session.id()));
        wanted.old().ifPresent(old -> sessions.endSeries(old, wanted.from().minusDays(1), kept, actor));
        wanted.fresh().ifPresent(fresh -> sessions.meet(fresh, actor));
        sessionStore.addWhatIsNotThere(reckoned.added());
        bookings.book(ledger.held(Edit.fresh(reckoned.added())));
        ledger.tell(wanted.group(), reckoned.people(), said, actor);
        return new SessionChanges.Outcome.Done(act, preview);
    }

    private Reckoned reckoned(Wanted wanted) {
        var group = groups.find(wanted.group()).orElseThrow();
        var names = words.names();
        var toCome =
                wanted.old().map(old -> sessions.toCome(old, wanted.from())).orElse(List.of());
        Map<SessionId, String> held =
                objections.kept(toCome.stream().map(Session::id).toList());
        var kept = toCome.stream()
                .filter(session -> held.containsKey(session.id()))
                .toList();
        var gone = toCome.stream()
                .filter(session -> !held.containsKey(session.id()))
                .toList();
        var added = wanted.fresh().map(fresh -> added(fresh, group)).orElse(List.of());
        var people = new HashSet<PatientId>();
        sessionStore.seated(gone.isEmpty() ? added : gone).forEach(one -> people.add(one.patient()));
        var lines = new ArrayList<>(List.of(group.name() + ": " + line(wanted)));
        kept.forEach(session -> lines.add(names.session(session) + " stays as it is: " + held.get(session.id())));
        lines.addAll(members.ofMembers(added, Set.of()));
        var against = against(wanted, gone, added);
        var planned = gone.stream()
                .filter(one -> one.status() == Session.Status.PLANNED)
                .count();
        return new Reckoned(
                gone,
                kept,
                added,
                people,
                new SessionChanges.Preview(
                        (int) Math.max(planned, added.size()),
                        0,
                        people.size(),
                        lines,
                        members.toConfirm(added, gone),
                        against));
    }

    private String line(Wanted wanted) {
        var from = Words.day(wanted.from());
        var before = wanted.old().flatMap(store::find).map(Weekdays::words);
        var after = wanted.fresh().map(Weekdays::words);
        if (before.isPresent() && after.isPresent()) {
            return after.get() + " instead of " + before.get() + " from " + from + " on.";
        }
        return after.map(time -> time + " from " + from + " on.")
                .orElseGet(() -> before.orElse("the regular time") + " ends before " + from + ".");
    }

    private List<Session> added(Series fresh, Group group) {
        Instant now = clock.instant();
        ZoneId zone = practices.current().zone();
        var today = LocalDate.ofInstant(now, zone);
        var holidays = new SessionCalendar.Holidays(rules.holidays(), choices.all());
        return SessionCalendar.meetings(fresh, zone, today, today.plusWeeks(CalendarPlan.WEEKS_AHEAD), holidays)
                .stream()
                .filter(meeting ->
                        meeting.startsAt().isAfter(now) && group.days().includes(meeting.serviceDate()))
                .map(meeting -> CalendarPlan.session(sessions.newId(), group, fresh, meeting))
                .toList();
    }

    private List<String> against(Wanted wanted, List<Session> gone, List<Session> added) {
        var against = new ArrayList<String>();
        if (wanted.from().isBefore(practices.today())) {
            against.add("What was held stays as it was. Choose today or a later day.");
        }
        wanted.old().flatMap(store::find).ifPresent(old -> {
            var last = old.days().last();
            if (last != null && last.isBefore(wanted.from())) {
                against.add("That time has ended by then. Choose an earlier day.");
            }
        });
        if (wanted.fresh().isPresent() && added.isEmpty()) {
            against.add(
                    "No session would come of it in the next thirteen weeks. Look at the days and at the group's own.");
        }
        clashes.against(
                        ledger.held(Edit.fresh(added)),
                        gone.stream().map(one -> one.id().value()).toList())
                .ifPresent(against::add);
        return against;
    }

    /** A series as a form asks for it, from a day on. */
    public Series series(
            GroupId group,
            Recurrence rule,
            LocalTime start,
            Duration length,
            LocalDate from,
            String place,
            @Nullable RoomId room,
            String link) {
        return new Series(sessions.newSeriesId(), group, rule, start, length, DateRange.from(from), place, room, link);
    }
}
