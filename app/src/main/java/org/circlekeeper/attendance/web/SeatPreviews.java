package org.circlekeeper.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.circlekeeper.attendance.PastVisits;
import org.circlekeeper.attendance.Tally;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what would come of a seat that is given, paused, moved or ended: which sheets change, what stands against it.
 */
@Component
class SeatPreviews {

    private static final int SESSIONS = 400;

    private final Sessions sessions;
    private final PastVisits visits;
    private final Rosters rosters;
    private final Clock clock;

    SeatPreviews(Sessions sessions, PastVisits visits, Rosters rosters, Clock clock) {
        this.sessions = sessions;
        this.visits = visits;
        this.rosters = rosters;
        this.clock = clock;
    }

    SeatPreview giving(Group group, PatientId patient, DateRange days) {
        return giving(group, new Admission(group.id(), patient, days));
    }

    private SeatPreview giving(Group group, Admission asked) {
        var days = asked.days();
        var from = days.first();
        var free = rosters.freeSeats(group.id(), days);
        var changes = new ArrayList<String>();
        changes.add(
                free == 0
                        ? "All " + group.capacity() + " seats are taken or offered then." + freeLater(group, from)
                        : (free == 1
                                        ? "They get the last free seat of "
                                        : "They get one of " + free + " free seats of ")
                                + group.name() + ".");
        if (free > 0) {
            changes.addAll(sheets(group, days::includes, "is on", "from"));
        }
        if (group.part2()) {
            changes.add("42 CFR Part 2 applies there: nothing goes to a payer without their written consent.");
        }
        changes.add("No message goes out by this. Tell them, and whoever leads the group, yourself.");
        var against =
                rosters.clearance(asked).stream().map(SeatPreview.Against::of).toList();
        return new SeatPreview(changes, against, free == 0);
    }

    SeatPreview pausing(Group group, Membership episode, LocalDate first, LocalDate last) {
        var changes = new ArrayList<String>();
        changes.add("They keep the seat, and nobody expects them from " + Words.day(first) + " to " + Words.day(last)
                + ". From " + Words.day(last.plusDays(1)) + " on they are expected again.");
        changes.addAll(
                sheets(group, day -> !day.isBefore(first) && !day.isAfter(last), "is not on", "between then, from"));
        return SeatPreview.of(changes);
    }

    SeatPreview moving(Group from, Group to, Membership episode, LocalDate first) {
        var asked = new Admission(to.id(), episode.patient(), DateRange.from(first));
        var there = giving(to, asked.leaving(episode.id()));
        var changes = new ArrayList<String>();
        changes.add("Their last day in " + from.name() + " is " + Words.day(first.minusDays(1)) + ". The seat in "
                + to.name() + " is theirs before the one here is given up.");
        changes.addAll(sheets(from, day -> !day.isBefore(first), "comes off", "from"));
        if (!from.code().equals(to.code())) {
            changes.add("It is billed as " + to.code() + " instead of " + from.code() + ".");
        }
        if (!from.leader().equals(to.leader())) {
            changes.add("Somebody else leads there.");
        }
        changes.addAll(there.changes());
        return new SeatPreview(changes, there.against(), there.full());
    }

    SeatPreview ending(Group group, LocalDate last, int noticeDays, LocalDate today) {
        var changes = new ArrayList<String>();
        changes.add("The seat is free from " + Words.day(last.plusDays(1)) + " on.");
        changes.addAll(sheets(group, day -> day.isAfter(last), "comes off", "from"));
        if (last.isBefore(today.plusDays(noticeDays))) {
            changes.add("Members of such groups say " + noticeDays + " days ahead that they leave. This is sooner.");
        }
        return SeatPreview.of(changes);
    }

    private String freeLater(Group group, LocalDate from) {
        return rosters.freeFrom(group.id(), from)
                .filter(day -> day.isAfter(from))
                .map(day -> " A seat is free for good from " + Words.day(day) + " on.")
                .orElse("");
    }

    /** As in {@code This member is on 9 sheets from Mon 30 Nov 2026 on.} Closed sheets stay as they are. */
    private List<String> sheets(Group group, Predicate<LocalDate> touched, String verb, String from) {
        var now = clock.instant();
        var held = sessions.of(group.id(), SESSIONS).stream()
                .filter(session -> session.status() == Session.Status.PLANNED && touched.test(session.serviceDate()))
                .toList();
        var coming =
                held.stream().filter(session -> session.startsAt().isAfter(now)).toList();
        var past = held.stream()
                .filter(session -> !session.startsAt().isAfter(now))
                .toList();
        var lines = new ArrayList<String>();
        lines.add(
                coming.isEmpty()
                        ? "No sheet of " + group.name() + " to come changes."
                        : "This member " + verb + " " + Words.count(coming.size(), "sheet", "sheets") + " of "
                                + group.name() + " " + from + " " + Words.shortDay(first(coming)) + " on.");
        var passed = past(past);
        if (passed != null) {
            lines.add(passed);
        }
        return lines;
    }

    private static LocalDate first(List<Session> sessions) {
        return sessions.stream()
                .map(Session::serviceDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Null when no sheet of an earlier day is touched. */
    private @Nullable String past(List<Session> past) {
        if (past.isEmpty()) {
            return null;
        }
        var tallies = visits.tallies(past.stream().map(Session::id).toList());
        long closed = past.stream()
                .map(Session::id)
                .filter(id -> isClosed(tallies.get(id)))
                .count();
        long open = past.size() - closed;
        return (open == 0
                        ? ""
                        : Words.count(
                                        open,
                                        "open sheet of an earlier day changes",
                                        "open sheets of earlier days change")
                                + " too. ")
                + (closed == 0
                        ? ""
                        : Words.count(
                                        closed,
                                        "closed sheet of an earlier day stays",
                                        "closed sheets of earlier days stay")
                                + " as they were.");
    }

    private static boolean isClosed(@Nullable Tally tally) {
        return tally != null && tally.closed();
    }
}
