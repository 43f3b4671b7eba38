package org.circlekeeper.movein.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlekeeper.movein.Difference;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.roster.Group;

/** Decides what an import would do with these files in this practice. Pure: the same files and facts, the same plan. */
public final class Planner {

    private final Holdings holdings;
    private final Known known;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refused> refused;
    private final List<Notice> notices;

    private Planner(Holdings holdings, Known known) {
        this.holdings = holdings;
        this.known = known;
        this.refused = new ArrayList<>(holdings.refused());
        this.notices = new ArrayList<>(holdings.notices());
    }

    public static Plan plan(Holdings holdings, Known known) {
        return holdings.isWhole()
                ? new Planner(holdings, known).plan()
                : new Plan(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        holdings.refused(),
                        holdings.notices(),
                        holdings.missing(),
                        false);
    }

    private Plan plan() {
        var census = new Census(holdings, known);
        var bookings = new Bookings(known, census, new OtherServices(census, holdings.others()));
        bookings.book(holdings.appointments());
        bookings.record(holdings.attendance());
        var alone = new ArrayList<Meeting>();
        Predicate<Seat> part2 = seat -> seat.speaksOfPart2() || census.clients().speakOfPart2(seat.client());
        var groups = new Inference(known, census.leaders()::name, bookings::held, part2)
                .groups(bookings.meetings(), alone, spokenOf());
        bookings.refuseAlone(alone);
        var late = bookings.onlyRecorded();
        var underPart2 = Part2Groups.fresh(known, census.clients(), groups, late, part2);
        census.staff().forEach(row -> enter(row, row.npi().value(), ""));
        census.clients().rows().forEach(row -> enter(row, row.id(), row.id()));
        groups.forEach(group -> group.meetings().forEach(meeting -> enter(meeting, bookings)));
        late.forEach(meeting -> enter(meeting, bookings));
        groups.forEach(this::tellOfWeeks);
        underPart2.forEach(this::tellOfPart2);
        refused.addAll(census.refused());
        refused.addAll(bookings.refused());
        notices.addAll(bookings.notices());
        refused.sort(Comparator.comparing(Planner::order).thenComparing(Refused::row));
        return new Plan(
                groups,
                late,
                underPart2,
                entries,
                patients(census, groups),
                gone(),
                refused,
                notices,
                holdings.missing(),
                true);
    }

    /** Groups that are not planned on; of those that are here already it was told when they came. */
    private void tellOfWeeks(GroupSeen group) {
        if (group.known() != null) {
            return;
        }
        var sentence = switch (group.planned()) {
            case WEEKLY -> "";
            case NOT_WEEKLY ->
                " did not meet weekly: its sessions to come are not planned by themselves. Add them on the group's "
                        + "page, or give it a weekly time there.";
            case OVER ->
                " met for the last time on " + group.lastDay() + ", and the file goes on: it is taken as ended, and "
                        + "nobody keeps a seat. Give it a weekly time and its members their seats if it goes on.";
            case BESIDE ->
                " met in the place of another group, with its leader or its members: its sessions are imported, and "
                        + "none is planned. If the group has changed, change its time or its leader on its page.";
        };
        if (!sentence.isEmpty()) {
            notices.add(new Notice(Kind.APPOINTMENTS.file(), 0, "", group.name() + sentence));
        }
    }

    private void tellOfPart2(Group group) {
        notices.add(new Notice(
                speaksOfPart2(),
                0,
                "",
                "The files speak of 42 CFR Part 2 for " + group.name()
                        + ": its claims now wait for a consent of each member."));
    }

    private String speaksOfPart2() {
        if (holdings.clients().stream().anyMatch(row -> row.part2().applies())) {
            return Kind.CLIENTS.file();
        }
        return holdings.appointments().stream().anyMatch(row -> row.part2().applies())
                ? Kind.APPOINTMENTS.file()
                : Kind.ATTENDANCE.file();
    }

    /** People before their bookings: a row that is refused for another's sake stands behind that one. */
    private static int order(Refused row) {
        return Kind.of(row.file()).map(Kind::ordinal).orElse(-1);
    }

    private void enter(Meeting meeting, Bookings bookings) {
        var moves = Comparison.moves(meeting, bookings::now);
        for (var seat : meeting.seats()) {
            var booked = seat.booked();
            var recorded = seat.recorded();
            if (booked != null) {
                enter(booked, meeting, seat, bookings.key(booked), moves.getOrDefault(booked, List.of()));
            }
            if (recorded != null) {
                enter(recorded, meeting, seat, bookings.key(recorded), List.of());
            }
        }
    }

    /** What is on the sheet of a session here stands: a new row that says otherwise is refused, every time. */
    private void enter(Row row, Meeting meeting, Seat seat, String key, List<Difference> moved) {
        var trouble = known.row(row.kind(), key).isPresent() ? "" : Standing.trouble(row, meeting, seat, known);
        if (trouble.isEmpty()) {
            var kept = known.row(row.kind(), key).orElse(null);
            entries.add(Comparison.seat(row, key, kept, meeting, seat.client(), moved));
        } else {
            refused.add(new Refused(row.place().file(), row.place().number(), row.id(), row.id() + trouble + "."));
        }
    }

    private void enter(Row row, String key, String client) {
        entries.add(Comparison.person(row, key, known.row(row.kind(), key).orElse(null), client));
    }

    private int patients(Census census, List<GroupSeen> groups) {
        if (holdings.kinds().contains(Kind.CLIENTS)) {
            return census.clients().rows().size();
        }
        var seen = new HashSet<String>();
        groups.forEach(group -> group.memberships().forEach(seated -> seen.add(seated.client())));
        return seen.size();
    }

    /**
     * An export may hold the last weeks alone: a booking is gone only when it lies in the days that the file speaks of.
     */
    private List<Plan.Gone> gone() {
        var gone = new ArrayList<Plan.Gone>();
        for (var kind : holdings.kinds()) {
            var here = new HashSet<String>();
            entries.stream().filter(entry -> entry.row().kind() == kind).forEach(entry -> here.add(entry.key()));
            var refusedIds = refusedIds(kind);
            var days = days(kind);
            boolean speaksOfAll = kind == Kind.STAFF || kind == Kind.CLIENTS;
            known.keys(kind).stream()
                    .filter(key -> !here.contains(key) && !refusedIds.contains(key.substring(key.lastIndexOf('|') + 1)))
                    .filter(key -> speaksOfAll || !days.isEmpty() && isWithin(key, days))
                    .sorted()
                    .forEach(key -> gone.add(new Plan.Gone(kind, key, called(kind, key))));
        }
        return gone;
    }

    private String called(Kind kind, String key) {
        return switch (kind) {
            case STAFF -> leader(key);
            case CLIENTS -> key;
            case APPOINTMENTS, ATTENDANCE -> {
                var slot = Slot.ofKey(key);
                yield Slot.clientOfKey(key) + " on " + slot.date() + " " + slot.start() + " with "
                        + leader(slot.leader().value());
            }
        };
    }

    private String leader(String npi) {
        return known.practitioners().stream()
                .filter(practitioner -> practitioner.npi().value().equals(npi))
                .map(practitioner -> practitioner.name().toString())
                .findFirst()
                .orElse(npi);
    }

    private Set<String> refusedIds(Kind kind) {
        var ids = new HashSet<String>();
        refused.stream()
                .filter(row -> Kind.of(row.file()).filter(kind::equals).isPresent())
                .forEach(row -> ids.add(row.id()));
        return ids;
    }

    /** The days that a file of bookings speaks of; empty for people, of whom a file is always all. */
    private List<LocalDate> days(Kind kind) {
        return switch (kind) {
            case STAFF, CLIENTS -> List.of();
            case APPOINTMENTS ->
                holdings.appointments().stream()
                        .map(Row.Appointment::date)
                        .sorted()
                        .toList();
            case ATTENDANCE ->
                holdings.attendance().stream()
                        .map(Row.Attendance::date)
                        .sorted()
                        .toList();
        };
    }

    /** The last day of the file of bookings, whatever service was booked. */
    private LocalDate spokenOf() {
        return Stream.concat(
                        holdings.appointments().stream().map(Row.Appointment::date),
                        holdings.others().stream().map(Row.Other::date).filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(known.today());
    }

    private static boolean isWithin(String key, List<LocalDate> days) {
        var day = LocalDate.parse(key.substring(0, key.indexOf('|')));
        return !day.isBefore(days.getFirst()) && !day.isAfter(days.getLast());
    }
}
