package org.circlekeeper.movein;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.movein.plan.GroupSeen;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.plan.Meeting;
import org.circlekeeper.movein.plan.Plan;
import org.circlekeeper.movein.plan.Seat;
import org.circlekeeper.movein.plan.Slot;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Carries out the groups of a plan: their weekly times, members, sessions, and who came to each. */
@Component
class Seating {

    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Sheets sheets;
    private final ImportStore store;

    Seating(Groups groups, Rosters rosters, Sessions sessions, Sheets sheets, ImportStore store) {
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.sheets = sheets;
        this.store = store;
    }

    /** What is needed to seat somebody. */
    record Work(
            Plan plan,
            Map<Npi, PractitionerId> leaders,
            Map<String, PatientId> patients,
            ZoneId zone,
            UUID id,
            Actor actor,
            Set<Row> fresh,
            Set<String> restricted,
            Set<String> unconsented,
            Set<SessionId> closedByFiles,
            List<Notice> notices,
            Consumer<String> progress) {

        static Work of(
                Plan plan,
                Known known,
                Map<Npi, PractitionerId> leaders,
                Map<String, PatientId> patients,
                UUID id,
                Actor actor,
                Consumer<String> progress) {
            Set<Row> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
            plan.fresh().forEach(entry -> fresh.add(entry.row()));
            var restricted = clients(plan, Row.Client::restricted);
            var unconsented = clients(plan, row -> row.part2().lacking());
            return new Work(
                    plan,
                    leaders,
                    patients,
                    known.zone(),
                    id,
                    actor,
                    fresh,
                    restricted,
                    unconsented,
                    closedByFiles(known),
                    new ArrayList<>(),
                    progress);
        }

        private static Set<SessionId> closedByFiles(Known known) {
            return known.sheets().entrySet().stream()
                    .filter(sheet -> sheet.getValue().closedByFiles())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        private static Set<String> clients(Plan plan, Predicate<Row.Client> wanted) {
            var ids = new HashSet<String>();
            plan.entries().forEach(entry -> {
                if (entry.row() instanceof Row.Client row && wanted.test(row)) {
                    ids.add(row.id());
                }
            });
            return ids;
        }

        boolean isFresh(Seat seat) {
            var booked = seat.booked();
            var recorded = seat.recorded();
            return booked != null && fresh.contains(booked) || recorded != null && fresh.contains(recorded);
        }
    }

    /** Keeps every sheet as it is until the files are carried out. */
    void hold() {
        sheets.hold();
    }

    /**
     * Lets nobody else change the calendar either. Whoever gives a seat holds the group before the calendar: so do we,
     * and neither waits for the other in a circle.
     */
    void holdCalendar(Plan plan) {
        rosters.hold(plan.groups().stream()
                .flatMap(seen -> Stream.ofNullable(seen.known()))
                .map(Group::id)
                .toList());
        sessions.lock();
    }

    /** Seats everyone. Returns the session at each slot. */
    Map<Slot, SessionId> seat(Work work) {
        var at = new HashMap<Slot, SessionId>();
        store.added(work.id(), Added.PART2, putUnderPart2(work.plan(), work.actor()));
        int done = 0;
        for (var group : work.plan().groups()) {
            if (work.leaders().containsKey(group.leader())) {
                var id = group(group, work);
                members(group, id, work);
                for (var meeting : group.meetings()) {
                    at.put(meeting.slot(), meet(group, id, meeting, work));
                }
            }
            done++;
            work.progress()
                    .accept("Groups " + done + " of " + work.plan().groups().size());
        }
        for (var meeting : work.plan().lateSheets()) {
            var here = meeting.here();
            if (here != null) {
                at.put(meeting.slot(), here.id());
                sheets.bring(meeting, here, false, work);
            }
        }
        return at;
    }

    /** Groups here of which the files speak so: nothing of them leaves without a consent from now on. */
    List<UUID> putUnderPart2(Plan plan, Actor actor) {
        plan.part2().forEach(group -> groups.putUnderPart2(group.id(), actor));
        return plan.part2().stream().map(group -> group.id().value()).toList();
    }

    private GroupId group(GroupSeen seen, Work work) {
        if (seen.known() != null) {
            return seen.known().id();
        }
        var type = seen.part2()
                ? groups.part2Type("Group therapy", ProcedureCode.GROUP_PSYCHOTHERAPY)
                : groups.screenedType("Group therapy", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
        var leader = Objects.requireNonNull(work.leaders().get(seen.leader()));
        var id = groups.found(type, seen.name(), seen.capacity(), leader, seen.days(), work.actor());
        var series = sessions.meetWeekly(
                id,
                seen.weekday(),
                seen.start(),
                Duration.ofMinutes(seen.minutes()),
                seen.weeks(),
                seen.placeOfService(),
                work.actor());
        store.added(work.id(), Added.GROUP, List.of(id.value()));
        store.added(work.id(), Added.SERIES, List.of(series.value()));
        return id;
    }

    private void members(GroupSeen seen, GroupId group, Work work) {
        var fresh = new HashSet<String>();
        seen.meetings()
                .forEach(meeting ->
                        meeting.seats().stream().filter(work::isFresh).forEach(seat -> fresh.add(seat.client())));
        for (var seated : seen.memberships()) {
            var patient = work.patients().get(seated.client());
            if (patient == null || seen.known() != null && !fresh.contains(seated.client())) {
                continue;
            }
            switch (rosters.join(group, patient, seated.days(), work.actor())) {
                case Rosters.Joined.Seated joined ->
                    store.added(
                            work.id(),
                            Added.MEMBERSHIP,
                            List.of(joined.membership().value()));
                case Rosters.Joined.AlreadySeated _, Rosters.Joined.NotAdmitted _ -> {}
                case Rosters.Joined.Full full ->
                    work.notices()
                            .add(new Notice(
                                    "appointments.csv",
                                    0,
                                    seated.client(),
                                    seated.client() + " was seen in " + seen.name() + ", whose " + full.capacity()
                                            + " seats are "
                                            + "taken: the sessions are imported, and no seat is kept. Add a seat or end a "
                                            + "membership."));
            }
        }
    }

    private SessionId meet(GroupSeen group, GroupId id, Meeting meeting, Work work) {
        var here = meeting.here();
        if (here != null) {
            sheets.bring(meeting, here, false, work);
            return here.id();
        }
        var startsAt = meeting.slot().startsAt(work.zone());
        var session = new Session(
                sessions.newId(),
                id,
                null,
                meeting.slot().date(),
                startsAt,
                startsAt.plus(Duration.ofMinutes(meeting.minutes())),
                Objects.requireNonNull(work.leaders().get(group.leader())),
                meeting.placeOfService(),
                Session.Status.PLANNED,
                null,
                true);
        sessions.add(List.of(session));
        store.added(work.id(), Added.SESSION, List.of(session.id().value()));
        sheets.bring(meeting, session, true, work);
        return session.id();
    }
}
