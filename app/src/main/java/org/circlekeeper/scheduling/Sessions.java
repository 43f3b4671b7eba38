package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.LedDays;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The sessions of the practice in scope, and the series they come of. */
@Component
public class Sessions implements LedDays {

    private final SessionStore store;
    private final SeriesStore seriesStore;
    private final BesideStore beside;
    private final SessionLedger ledger;
    private final ClashWords clashes;
    private final AuditTrail audit;
    private final Clock clock;

    Sessions(
            SessionStore store,
            SeriesStore seriesStore,
            BesideStore beside,
            SessionLedger ledger,
            ClashWords clashes,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.seriesStore = seriesStore;
        this.beside = beside;
        this.ledger = ledger;
        this.clashes = clashes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody who is in a session, and what for. */
    public record Leading(SessionId session, PractitionerId practitioner, Part part) {}

    public SessionId newId() {
        return new SessionId(NewId.at(clock.instant()));
    }

    public List<Series> series() {
        return seriesStore.all();
    }

    /** The regular times of one group. */
    public List<Series> seriesOf(GroupId group) {
        return seriesStore.of(group);
    }

    /** Gives a group a weekly time from a day on. Sessions follow with the next planning. */
    public SeriesId meetWeekly(
            GroupId group,
            DayOfWeek weekday,
            LocalTime start,
            Duration length,
            DateRange days,
            String placeOfService,
            Actor actor) {
        return meet(Series.weekly(newSeriesId(), group, weekday, start, length, days, placeOfService), actor);
    }

    /** Gives a group a regular time. Sessions follow with the next planning. */
    public SeriesId meet(Series series, Actor actor) {
        seriesStore.add(series);
        audit.did(actor, "set a regular time", "group " + series.group(), series.rule() + " " + series.start());
        return series.id();
    }

    public SeriesId newSeriesId() {
        return new SeriesId(NewId.at(clock.instant()));
    }

    /** Lets nobody else change the calendar until the transaction ends. */
    public void lock() {
        ledger.lock();
    }

    /** Ends a series after its last day; sessions planned later go away. */
    public void endSeries(SeriesId id, LocalDate lastDay, Actor actor) {
        endSeries(id, lastDay, Set.of(), actor);
    }

    /** The same; those of whom something is recorded already stay as they are. */
    void endSeries(SeriesId id, LocalDate lastDay, Set<SessionId> kept, Actor actor) {
        seriesStore.end(id, lastDay);
        store.remove(toCome(id, lastDay.plusDays(1)).stream()
                .map(Session::id)
                .filter(session -> !kept.contains(session))
                .toList());
        forgetUnlessItMet(id, lastDay);
        audit.did(actor, "ended a regular time", "series " + id, "last day " + lastDay);
    }

    /** A series that ends before it begins never was. */
    private void forgetUnlessItMet(SeriesId id, LocalDate lastDay) {
        seriesStore
                .find(id)
                .map(series -> series.days().first())
                .filter(lastDay::isBefore)
                .filter(first -> store.of(id, first.minusYears(1)).isEmpty())
                .ifPresent(_ -> seriesStore.remove(List.of(id)));
    }

    /** What is planned of a series from a day on and has not begun. */
    List<Session> toCome(SeriesId id, LocalDate from) {
        var now = clock.instant();
        return store.of(id, from).stream()
                .filter(session -> !session.imported() && !session.hasBegun(now))
                .toList();
    }

    public Optional<Session> find(SessionId id) {
        return store.byId(List.of(id)).values().stream().findFirst();
    }

    public Map<SessionId, Session> byId(Collection<SessionId> ids) {
        return store.byId(ids);
    }

    /** Those whose date of service lies between two days, both included, by time. */
    public List<Session> between(LocalDate from, LocalDate to) {
        return store.between(from, to);
    }

    /** A group's sessions, newest first, at most {@code limit}. */
    public List<Session> of(GroupId group, int limit) {
        return store.of(group, limit);
    }

    @Override
    public Set<Led> ledBy(PractitionerId leader) {
        return store.ledBy(leader);
    }

    /** Who is in these sessions beside the one who leads each. */
    public List<Leading> beside(Collection<SessionId> sessions) {
        return beside.of(sessions).stream()
                .map(one -> new Leading(one.session(), one.practitioner(), one.part()))
                .toList();
    }

    /**
     * How many lead each of these sessions: its leader and whoever is there to co-lead it, be it as a substitute. Who
     * learns or supervises does not lead. One that is not named has its leader alone.
     */
    public Map<SessionId, Integer> leading(UUID... sessions) {
        return beside.coLeading(sessions).stream().collect(toMap(BesideStore.CoLed::session, one -> 1 + one.by()));
    }

    /** The same of one session. */
    public int leading(Session session) {
        return 1
                + (int) beside.of(List.of(session.id())).stream()
                        .filter(one -> one.part() == Part.CO_LEADING)
                        .filter(one -> !one.practitioner().equals(session.leader()))
                        .count();
    }

    /**
     * Somebody has been beside a group's leader on these days: the sessions held since then say so, too. Those to come
     * follow with the next planning.
     */
    public void wasBeside(GroupId group, PractitionerId who, Part part, DateRange days, Actor actor) {
        int sessions = beside.seat(group, who, part, days, clock.instant());
        if (sessions > 0) {
            audit.did(actor, "said who was in sessions held", "group " + group, who + " " + part.onScreen());
        }
    }

    /** Somebody has not been beside a group's leader after this day: the sessions held since then say so, too. */
    public void wasNotBeside(GroupId group, PractitionerId who, LocalDate last, Actor actor) {
        int sessions = beside.unseat(group, who, last, clock.instant());
        if (sessions > 0) {
            audit.did(actor, "said who was not in sessions held", "group " + group, who + " after " + last);
        }
    }

    /** Adds sessions, all or none: planned ones, or facts of former records. */
    public void add(Collection<Session> sessions) {
        store.add(sessions);
    }

    /**
     * Adds one that a person wants beside the regular time: no holiday takes it out. Gives back what its group, its
     * leader or its room has then, when they are not free; then nothing was added.
     */
    public Optional<String> addExtra(Session session, Actor actor) {
        ledger.lock();
        if (store.meets(session.group(), session.startsAt())) {
            return Optional.of("The group has a session at that time already. Find it among its sessions.");
        }
        var extra = session.arranged(session.arranged().decided());
        var clash = clashes.against(ledger.held(Edit.fresh(List.of(extra))), List.of());
        if (clash.isEmpty()) {
            ledger.write(List.of(new Edit(null, extra)), "beside the regular time", actor);
        }
        return clash;
    }

    /** Gives a group's sessions to come to another leader; one that a substitute leads stays with the substitute. */
    public void lead(GroupId group, PractitionerId leader, Actor actor) {
        if (ledger.lead(group, leader, actor)) {
            audit.did(actor, "changed who leads sessions to come", "group " + group, "leader " + leader);
        }
    }

    /**
     * Puts a session at another time of its day, as a fact of another system. The date of service stays what it was.
     */
    public void move(SessionId id, Instant startsAt, Instant endsAt, Actor actor, String why) {
        var session = find(id).orElseThrow();
        ledger.write(List.of(new Edit(session, session.at(session.serviceDate(), startsAt, endsAt))), why, actor);
    }

    /** Says that a session does not take place, or did not; whom it concerns is told while it is to come. */
    public void cancel(SessionId id, String reason, Actor actor) {
        var session = find(id).orElseThrow();
        var byHand = session.arranged(session.arranged().decided());
        var edits = List.of(new Edit(session, byHand.standing(Session.Status.CANCELLED, reason)));
        ledger.write(edits, reason, actor);
        if (!session.hasBegun(clock.instant())) {
            ledger.tell(edits, false, actor);
        }
    }

    /** Takes back sessions and series that an import added. */
    public void takeBack(Collection<SessionId> sessions, Collection<SeriesId> series) {
        series.forEach(store::unplan);
        store.remove(sessions);
        seriesStore.remove(series);
    }
}
