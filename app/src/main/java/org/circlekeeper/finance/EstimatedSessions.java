package org.circlekeeper.finance;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sessions of a member in a group an estimate tells of, and what each of them costs. */
@Component
class EstimatedSessions {

    private static final String NONE_PLANNED =
            "No session of theirs in this group is planned from that day on. Give it a regular time, or look at the"
                    + " days of their seat.";

    private static final String NONE_KEPT =
            "They keep no session of this group from their plan from that day on, and the plan pays for the others."
                    + " Choose an earlier day.";

    private final SelfPayers payers;
    private final SelfPayStore seats;
    private final Rosters rosters;
    private final ComingSessions coming;
    private final Practices practices;

    EstimatedSessions(
            SelfPayers payers, SelfPayStore seats, Rosters rosters, ComingSessions coming, Practices practices) {
        this.payers = payers;
        this.seats = seats;
        this.rosters = rosters;
        this.coming = coming;
        this.practices = practices;
    }

    /** What was found. */
    sealed interface Found {

        /** Those that are estimated. */
        record Sessions(GroupEstimate estimated) implements Found {}

        /** None can be: the field beside which the sentence stands, with its remedy. */
        record Nothing(String field, String sentence) implements Found {}
    }

    /**
     * For the twelve months from a day on, as many as are planned and its regular times hold, at what was agreed with
     * them or else at the fee of the group: all of them, or those alone that they keep from their plan. Where another
     * fee is known by now it ends, and says so.
     */
    Found of(PatientId member, Group group, LocalDate from) {
        var today = practices.today();
        var seat = seats.seats(today, member).stream()
                .filter(one -> one.group().equals(group.id()))
                .findFirst()
                .orElse(null);
        var who = payers.among(List.of(member), List.of());
        var inCalendar = coming.inCalendar(today).getOrDefault(group.id(), List.of());
        var theirs = Theirs.of(who, seat, ComingSessions.held(inCalendar), today);
        var days = days(member, group, theirs, coming.year(group.id(), inCalendar, from));
        if (days.isEmpty()) {
            return new Found.Nothing("from", theirs.keptAlone() ? NONE_KEPT : NONE_PLANNED);
        }
        var insured = insured(member, seat, today);
        return estimated(days, day -> who.fee(member, day, group, insured))
                .<Found>map(Found.Sessions::new)
                .orElseGet(() -> new Found.Nothing(
                        "group", "The practice has set no fee for " + group.code() + ". Set one, then write it."));
    }

    private List<InForce> insured(PatientId member, SelfPayStore.@Nullable Seat seat, LocalDate today) {
        return seat == null ? seats.insured(List.of(member), today).getOrDefault(member, List.of()) : seat.insured();
    }

    /** As long as each costs the same; empty while no fee is set. */
    private static Optional<GroupEstimate> estimated(List<LocalDate> days, Function<LocalDate, Optional<Money>> fees) {
        var first = fees.apply(days.getFirst());
        var alike =
                days.stream().takeWhile(day -> fees.apply(day).equals(first)).toList();
        var then = days.stream().skip(alike.size()).findFirst().flatMap(fees);
        return first.map(fee -> new GroupEstimate(alike, fee, then.orElse(null)));
    }

    /** Without a seat all of the group's sessions are meant; with one, those on which they are expected. */
    private List<LocalDate> days(PatientId member, Group group, Theirs theirs, List<LocalDate> ofYear) {
        var today = practices.today();
        var episodes = rosters.of(member).stream()
                .filter(one -> one.group().equals(group.id()) && !one.days().hasEnded(today))
                .toList();
        var kept = theirs.sessions().stream().map(Session::serviceDate).collect(toSet());
        return ofYear.stream()
                .filter(group.days()::includes)
                .filter(day -> episodes.isEmpty() || episodes.stream().anyMatch(one -> one.isExpectedOn(day)))
                .filter(day -> !theirs.keptAlone() || kept.contains(day))
                .toList();
    }
}
