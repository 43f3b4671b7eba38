package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/** Decides what the calendar still needs: sessions, changes for holidays, leaders, rooms. Pure. */
final class CalendarPlan {

    static final int WEEKS_AHEAD = 13;

    private CalendarPlan() {}

    /** What the decision is made from. */
    record Known(
            Instant now,
            ZoneId zone,
            SessionCalendar.Holidays holidays,
            List<Group> groups,
            List<Series> series,
            List<Session> sessions,
            List<BesideStore.OfGroup> ofGroups,
            List<BesideStore.Beside> beside,
            List<Booking> bookings) {

        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /**
     * What is to be done, and what two want at once.
     *
     * @param sit who is to be in a session beside its leader, and is not yet
     * @param rise who is, and is not to be any more
     */
    record Plan(
            List<Session> add,
            List<Edit> edits,
            List<BesideStore.Beside> sit,
            List<BesideStore.Beside> rise,
            List<Booking> book,
            Set<SessionId> free,
            List<Clash> clashes) {

        boolean isEmpty() {
            return add.isEmpty()
                    && edits.isEmpty()
                    && sit.isEmpty()
                    && rise.isEmpty()
                    && book.isEmpty()
                    && free.isEmpty();
        }
    }

    /** Two bookings that want one room or leader at once; the first has it. */
    record Clash(Booking has, Booking wants) {}

    static Plan of(Known known, Supplier<SessionId> ids) {
        var add = missing(known, ids);
        var edits = holidays(known);
        var standing = standing(known, add, edits);
        var wanted = leaders(known, standing);
        var there = new HashSet<>(known.beside());
        var sit = wanted.stream().filter(one -> !there.contains(one)).toList();
        var asWanted = new HashSet<>(wanted);
        var held = standing.stream().map(Session::id).collect(toSet());
        var rise = known.beside().stream()
                .filter(one -> held.contains(one.session()) && !asWanted.contains(one))
                .toList();
        return booked(known, new Plan(add, edits, sit, rise, List.of(), Set.of(), List.of()), standing, wanted);
    }

    private static List<Session> missing(Known known, Supplier<SessionId> ids) {
        var byGroup = known.groups().stream().collect(toMap(Group::id, group -> group));
        var planned = new HashSet<Occurrence>();
        var taken = new HashSet<Start>();
        for (var session : known.sessions()) {
            var series = session.series();
            var occurrence = session.arranged().occurrence();
            if (series != null && occurrence != null) {
                planned.add(new Occurrence(series, occurrence));
            }
            if (session.status() == Session.Status.PLANNED || occurrence == null) {
                taken.add(new Start(session.group(), session.startsAt()));
            }
        }
        var add = new ArrayList<Session>();
        for (var series : known.series()) {
            var group = byGroup.get(series.group());
            if (group != null) {
                SessionCalendar.meetings(
                                series,
                                known.zone(),
                                known.today(),
                                known.today().plusWeeks(WEEKS_AHEAD),
                                known.holidays())
                        .stream()
                        .filter(meeting -> meeting.startsAt().isAfter(known.now())
                                && group.days().includes(meeting.serviceDate()))
                        .filter(meeting -> !planned.contains(new Occurrence(series.id(), meeting.occurrence())))
                        .filter(meeting -> taken.add(new Start(group.id(), meeting.startsAt())))
                        .forEach(meeting -> add.add(session(ids.get(), group, series, meeting)));
            }
        }
        return add;
    }

    private record Occurrence(SeriesId series, LocalDateTime at) {}

    private record Start(GroupId group, Instant at) {}

    static Session session(SessionId id, Group group, Series series, SessionCalendar.Meeting meeting) {
        return new Session(
                id,
                group.id(),
                series.id(),
                meeting.serviceDate(),
                meeting.startsAt(),
                meeting.endsAt(),
                group.leader(),
                series.placeOfService(),
                meeting.isHeld() ? Session.Status.PLANNED : Session.Status.SKIPPED,
                meeting.reason(),
                false,
                Session.Arranged.of(series, meeting.occurrence()));
    }

    /** Sessions on which a holiday falls now, or falls no more, or for which another day was chosen. */
    private static List<Edit> holidays(Known known) {
        Map<SeriesId, Series> series = known.series().stream().collect(toMap(Series::id, one -> one));
        return known.sessions().stream()
                .filter(session -> session.startsAt().isAfter(known.now()))
                .filter(session -> !session.imported() && !session.arranged().byHand())
                .filter(session -> session.status() != Session.Status.CANCELLED)
                .map(session -> new Edit(session, kept(session, series, known)))
                .filter(edit -> !Objects.equals(edit.before(), edit.after()))
                .filter(edit -> edit.after().startsAt().isAfter(known.now()))
                .toList();
    }

    private static Session kept(Session session, Map<SeriesId, Series> series, Known known) {
        var own = session.series() == null ? null : series.get(session.series());
        var occurrence = session.arranged().occurrence();
        if (own == null || occurrence == null) {
            var holiday = known.holidays().names().get(session.serviceDate());
            return session.standing(holiday == null ? Session.Status.PLANNED : Session.Status.SKIPPED, holiday);
        }
        var meeting = SessionCalendar.meeting(own, known.zone(), occurrence.toLocalDate(), known.holidays());
        boolean stays = meeting.serviceDate().equals(session.serviceDate());
        var placed = stays ? session : session.at(meeting.serviceDate(), meeting.startsAt(), meeting.endsAt());
        return placed.standing(meeting.isHeld() ? Session.Status.PLANNED : Session.Status.SKIPPED, meeting.reason());
    }

    /** The sessions to come as they will stand when the plan is done. */
    private static List<Session> standing(Known known, List<Session> add, List<Edit> edits) {
        var after = new HashMap<SessionId, Session>();
        edits.forEach(edit -> after.put(edit.after().id(), edit.after()));
        var standing = new ArrayList<>(add);
        known.sessions().stream()
                .filter(session -> session.startsAt().isAfter(known.now()))
                .forEach(session -> standing.add(after.getOrDefault(session.id(), session)));
        return standing;
    }

    private static List<BesideStore.Beside> leaders(Known known, List<Session> standing) {
        var byGroup = known.ofGroups().stream().collect(groupingBy(BesideStore.OfGroup::group));
        return standing.stream()
                .flatMap(session -> CoLeading.of(session, sent(session, byGroup)).stream()
                        .filter(one -> !one.practitioner().equals(session.leader())))
                .toList();
    }

    private static List<BesideStore.Beside> sent(Session session, Map<GroupId, List<BesideStore.OfGroup>> byGroup) {
        return byGroup.getOrDefault(session.group(), List.of()).stream()
                .filter(one -> one.days().includes(session.serviceDate()))
                .map(one -> new BesideStore.Beside(session.id(), one.practitioner(), one.part()))
                .toList();
    }

    /** Books what is not booked, frees what is booked otherwise, and names what two want at once. */
    private static Plan booked(Known known, Plan plan, List<Session> standing, List<BesideStore.Beside> wanted) {
        Map<SessionId, List<BesideStore.Beside>> others =
                wanted.stream().collect(groupingBy(BesideStore.Beside::session));
        var asked = new ArrayList<Booking>();
        for (var session : standing) {
            List<PractitionerId> beside = others.getOrDefault(session.id(), List.of()).stream()
                    .map(BesideStore.Beside::practitioner)
                    .toList();
            asked.addAll(SessionLedger.held(session, beside));
        }
        var toBe = new HashSet<>(asked);
        var free = new HashSet<SessionId>();
        var rack = new Rack();
        for (var booking : known.bookings()) {
            if (booking.holder() instanceof Booking.Holder.OfSession(var id)
                    && booking.from().isAfter(known.now())
                    && !toBe.contains(booking)) {
                free.add(id);
            }
        }
        var standingNow = known.bookings().stream()
                .filter(booking -> !(booking.holder() instanceof Booking.Holder.OfSession(var id) && free.contains(id)))
                .toList();
        standingNow.forEach(rack::put);
        var there = new HashSet<>(standingNow);
        var book = new ArrayList<Booking>();
        var clashes = new ArrayList<Clash>();
        for (var booking : asked) {
            if (!there.contains(booking)) {
                var has = rack.put(booking);
                if (has == null) {
                    book.add(booking);
                } else {
                    clashes.add(new Clash(has, booking));
                }
            }
        }
        return new Plan(plan.add(), plan.edits(), plan.sit(), plan.rise(), book, free, clashes);
    }

    /** Bookings by resource and time, none touching another. */
    private static final class Rack {

        private final Map<UUID, TreeMap<Instant, Booking>> byResource = new HashMap<>();

        /** Puts one in where nothing stands, and gives back null; else what stands there. */
        @Nullable
        Booking put(Booking booking) {
            var held = byResource.computeIfAbsent(booking.resource(), _ -> new TreeMap<>());
            var before = held.lowerEntry(booking.to());
            if (before != null && before.getValue().touches(booking)) {
                return before.getValue();
            }
            held.put(booking.from(), booking);
            return null;
        }
    }
}
