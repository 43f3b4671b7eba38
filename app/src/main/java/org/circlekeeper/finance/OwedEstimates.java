package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * To whom estimates are owed. Pure.
 *
 * @param insured the insurances in force today of those who asked, for groups in which they have no seat
 * @param estimates those of each member, the latest first
 */
record OwedEstimates(
        LocalDate today,
        ZoneId zone,
        Map<PatientId, List<SelfPayStore.Seat>> seats,
        Map<PatientId, List<InForce>> insured,
        Map<PatientId, List<Estimate>> estimates,
        WhoPays who,
        Map<GroupId, List<Session>> calendar,
        Map<GroupId, Group> groups) {

    /** What is due first before others. */
    List<Owed> all() {
        var owed = new ArrayList<Owed>();
        for (var patient : patients()) {
            for (var group : groupsOf(patient)) {
                var seat = seat(patient, group.id());
                EstimateNeed.of(facts(patient, group, seat, question(patient, group.id(), seat)))
                        .map(need -> Owed.of(patient, group.id(), need, morning()))
                        .ifPresent(owed::add);
            }
        }
        return owed.stream().sorted(Comparator.comparing(Owed::dueBy)).toList();
    }

    private Instant morning() {
        return today.atStartOfDay(zone).toInstant();
    }

    /** In which they sit, or of which they asked; of one that has ended nobody is owed anything. */
    private List<Group> groupsOf(PatientId patient) {
        return Stream.concat(
                        seats.getOrDefault(patient, List.of()).stream().map(SelfPayStore.Seat::group),
                        who.asked().getOrDefault(patient, List.of()).stream().map(EstimateStore.Asked::group))
                .distinct()
                .flatMap(id -> Stream.ofNullable(groups.get(id)))
                .filter(group -> !group.hasEnded(today))
                .toList();
    }

    private Set<PatientId> patients() {
        var all = new TreeSet<PatientId>(Comparator.comparing(PatientId::value));
        all.addAll(seats.keySet());
        all.addAll(who.asked().keySet());
        return all;
    }

    private SelfPayStore.@Nullable Seat seat(PatientId patient, GroupId group) {
        return seats.getOrDefault(patient, List.of()).stream()
                .filter(seat -> seat.group().equals(group))
                .findFirst()
                .orElse(null);
    }

    private EstimateNeed.Known facts(
            PatientId patient, Group group, SelfPayStore.@Nullable Seat seat, @Nullable LocalDate open) {
        var theirs = Theirs.of(who, seat, held(group.id()), today);
        var selfPay = theirs.selfPay();
        var scheduledOn = seat == null || selfPay == null ? today : scheduledOn(seat, selfPay);
        var days = days(theirs.sessions(), day -> !day.isBefore(today));
        return new EstimateNeed.Known(
                today,
                selfPay,
                scheduledOn,
                open,
                days(theirs.sessions(), day -> day.isBefore(today) && !day.isBefore(scheduledOn)),
                days,
                who.fee(patient, days.isEmpty() ? today : days.getFirst(), group, insured(patient, seat))
                        .orElse(null),
                days.isEmpty() ? null : group.leader(),
                given(patient, group.id()));
    }

    private static List<LocalDate> days(List<Session> sessions, Predicate<LocalDate> which) {
        return sessions.stream()
                .map(Session::serviceDate)
                .filter(which)
                .distinct()
                .toList();
    }

    private List<Session> held(GroupId group) {
        return ComingSessions.held(calendar.getOrDefault(group, List.of()));
    }

    private List<InForce> insured(PatientId patient, SelfPayStore.@Nullable Seat seat) {
        return seat == null ? insured.getOrDefault(patient, List.of()) : seat.insured();
    }

    /** The day on which the seat was given, or from which on they pay themselves, whichever is later. */
    private LocalDate scheduledOn(SelfPayStore.Seat seat, SelfPay selfPay) {
        var at = seat.givenAt();
        var given = at == null ? seat.first() : LocalDate.ofInstant(at, zone);
        return selfPay.since().isAfter(given) ? selfPay.since() : given;
    }

    /** The rule does not reach federal programs, whatever they asked, with a seat or without. */
    private @Nullable LocalDate question(PatientId patient, GroupId group, SelfPayStore.@Nullable Seat seat) {
        return InForce.isFederal(insured(patient, seat))
                ? null
                : who.openQuestion(patient, group, given(patient, group)).orElse(null);
    }

    /** Those that were given, the latest first. */
    private List<Estimate> given(PatientId patient, GroupId group) {
        return estimates.getOrDefault(patient, List.of()).stream()
                .filter(estimate -> estimate.group().equals(group) && estimate.isGiven())
                .toList();
    }
}
