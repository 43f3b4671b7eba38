package org.circlekeeper.scheduling;

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
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.LedDays;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The sessions of the practice in scope, and the weekly series they come of. */
@Component
public class Sessions implements LedDays {

    private final SessionStore store;
    private final SeriesStore seriesStore;
    private final AuditTrail audit;
    private final Clock clock;

    Sessions(SessionStore store, SeriesStore seriesStore, AuditTrail audit, Clock clock) {
        this.store = store;
        this.seriesStore = seriesStore;
        this.audit = audit;
        this.clock = clock;
    }

    public SessionId newId() {
        return new SessionId(NewId.at(clock.instant()));
    }

    public List<WeeklySeries> series() {
        return seriesStore.all();
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
        var id = new SeriesId(NewId.at(clock.instant()));
        seriesStore.add(new WeeklySeries(id, group, weekday, start, length, days, placeOfService));
        audit.did(actor, "set a weekly time", "group " + group, weekday + " " + start);
        return id;
    }

    /** Ends a series after its last day; sessions planned later go away. */
    public void endSeries(SeriesId id, LocalDate lastDay, Actor actor) {
        seriesStore.end(id, lastDay);
        store.unplanAfter(id, lastDay, clock.instant());
        audit.did(actor, "ended a weekly time", "series " + id, "last day " + lastDay);
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

    /** Adds sessions, all or none: planned ones, or facts of former records. */
    public void add(Collection<Session> sessions) {
        store.add(sessions);
    }

    /** Gives a group's sessions to come to another leader. */
    public void lead(GroupId group, PractitionerId leader, Actor actor) {
        if (store.leadAfter(group, leader, clock.instant()) > 0) {
            audit.did(actor, "changed who leads sessions to come", "group " + group, "leader " + leader);
        }
    }

    /** Puts a session at another time of its day. The date of service stays what it was. */
    public void move(SessionId id, Instant startsAt, Instant endsAt, Actor actor, String why) {
        store.move(id, startsAt, endsAt);
        audit.did(actor, "moved a session", "session " + id, why);
    }

    /** Says that a session to come does not take place. */
    public void cancel(SessionId id, String reason, Actor actor) {
        store.setStatus(id, Session.Status.CANCELLED, reason);
        audit.did(actor, "cancelled a session", "session " + id, reason);
    }

    /** Makes the planned sessions after now agree with the holidays. */
    void skip(Collection<SessionId> ids, String holiday) {
        ids.forEach(id -> store.setStatus(id, Session.Status.SKIPPED, holiday));
    }

    void unskip(Collection<SessionId> ids) {
        ids.forEach(id -> store.setStatus(id, Session.Status.PLANNED, null));
    }

    /** Sessions that begin after an instant. */
    List<Session> after(Instant now) {
        return store.after(now);
    }

    /** Takes back sessions and series that an import added. */
    public void takeBack(Collection<SessionId> sessions, Collection<SeriesId> series) {
        series.forEach(store::unplan);
        store.remove(sessions);
        seriesStore.remove(series);
    }
}
