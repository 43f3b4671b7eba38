package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.finance.EstimateNeed.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers to whom good-faith estimates are owed, and how what was charged stands to what was estimated. */
@Component
public class OpenEstimates {

    private static final int MONTHS_WATCHED = 13;

    private final SelfPayStore store;
    private final EstimateStore estimates;
    private final TalkStore talks;
    private final KeptFromPlans kept;
    private final ComingSessions coming;
    private final Groups groups;
    private final Payers payers;
    private final Practices practices;

    OpenEstimates(
            SelfPayStore store,
            EstimateStore estimates,
            TalkStore talks,
            KeptFromPlans kept,
            ComingSessions coming,
            Groups groups,
            Payers payers,
            Practices practices) {
        this.store = store;
        this.estimates = estimates;
        this.talks = talks;
        this.kept = kept;
        this.coming = coming;
        this.groups = groups;
        this.payers = payers;
        this.practices = practices;
    }

    /** How far what was charged under an estimate is over it. */
    public record Watched(Estimate estimate, Money charged, EstimateWatch watch) {

        /** In dollars over the total; below zero while less was charged. */
        public Money over() {
            return charged.minus(estimate.contents().sessions().total());
        }
    }

    /** What is owed, what is due first before others, and the estimates that are measured. */
    public record Open(List<Owed> owed, List<Watched> watched) {}

    /** Of everybody who has a seat, asked, or has an estimate. */
    public Open all() {
        var today = practices.today();
        return open(store.seats(today), Set.copyOf(estimates.known()), today);
    }

    /** Of one member. */
    public Open of(PatientId patient) {
        var today = practices.today();
        return open(store.seats(today, patient), Set.of(patient), today);
    }

    private Open open(List<SelfPayStore.Seat> seats, Set<PatientId> known, LocalDate today) {
        var patients = new HashSet<>(known);
        seats.forEach(seat -> patients.add(seat.patient()));
        if (patients.isEmpty()) {
            return new Open(List.of(), List.of());
        }
        var gathered = gather(seats, patients, today);
        var visits = store.visits(gathered.estimates().keySet(), today.minusMonths(MONTHS_WATCHED));
        return new Open(gathered.owed(), gathered.watched(visits));
    }

    private Gathered gather(List<SelfPayStore.Seat> seats, Collection<PatientId> patients, LocalDate today) {
        return new Gathered(
                today,
                practices.current().zone(),
                seats.stream().collect(groupingBy(SelfPayStore.Seat::patient)),
                estimates.of(patients).stream().collect(groupingBy(Estimate::patient)),
                estimates.asked(patients).stream().collect(groupingBy(EstimateStore.Asked::patient)),
                talks.of(patients).stream().collect(groupingBy(Talk::patient)),
                kept.sessions(patients).keySet(),
                coming.inCalendar(today),
                groups.all().stream().collect(toMap(Group::id, group -> group)),
                payers.fees());
    }

    /** All that is known. */
    private record Gathered(
            LocalDate today,
            ZoneId zone,
            Map<PatientId, List<SelfPayStore.Seat>> seats,
            Map<PatientId, List<Estimate>> estimates,
            Map<PatientId, List<EstimateStore.Asked>> asked,
            Map<PatientId, List<Talk>> talks,
            Set<PatientId> keeping,
            Map<GroupId, List<Session>> calendar,
            Map<GroupId, Group> groups,
            List<Payers.Fee> fees) {

        List<Owed> owed() {
            var owed = new ArrayList<Owed>();
            for (var patient : patients()) {
                for (var group : groupsOf(patient)) {
                    var seat = seat(patient, group.id());
                    EstimateNeed.of(facts(patient, group, seat, asked(patient, group.id())))
                            .map(need -> owed(patient, group, need))
                            .ifPresent(owed::add);
                }
            }
            return owed.stream().sorted(Comparator.comparing(Owed::dueBy)).toList();
        }

        /** In which they sit, or of which they asked. */
        private List<Group> groupsOf(PatientId patient) {
            return Stream.concat(
                            seats.getOrDefault(patient, List.of()).stream().map(SelfPayStore.Seat::group),
                            asked.getOrDefault(patient, List.of()).stream().map(EstimateStore.Asked::group))
                    .distinct()
                    .flatMap(id -> Stream.ofNullable(groups.get(id)))
                    .toList();
        }

        private Set<PatientId> patients() {
            var all = new TreeSet<PatientId>(Comparator.comparing(PatientId::value));
            all.addAll(seats.keySet());
            all.addAll(asked.keySet());
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
            var selfPay = seat == null ? null : selfPay(seat);
            var sessions = sessions(group.id(), seat);
            var days = sessions.stream().map(Session::serviceDate).distinct().toList();
            return new EstimateNeed.Known(
                    today,
                    selfPay,
                    seat == null || selfPay == null ? today : scheduledOn(seat, selfPay),
                    open,
                    days,
                    AgreedFee.on(
                                    days.isEmpty() ? today : days.getFirst(),
                                    group.code(),
                                    talks.getOrDefault(patient, List.of()),
                                    fees)
                            .orElse(null),
                    sessions.isEmpty() ? null : group.leader(),
                    given(patient, group.id()));
        }

        private List<Session> sessions(GroupId group, SelfPayStore.@Nullable Seat seat) {
            return ComingSessions.held(calendar.getOrDefault(group, List.of())).stream()
                    .filter(session -> seat == null || seat.includes(session.serviceDate()))
                    .toList();
        }

        private @Nullable SelfPay selfPay(SelfPayStore.Seat seat) {
            var patient = seat.patient();
            var claim = asked.getOrDefault(patient, List.of()).stream()
                    .findFirst()
                    .map(one -> new SelfPay.Claim(one.on(), one.claimWanted()))
                    .orElse(null);
            return SelfPay.of(new SelfPay.Known(
                            seat.programs(),
                            seat.endedOn(),
                            keeping.contains(patient),
                            claim,
                            talks.getOrDefault(patient, List.of())))
                    .orElse(null);
        }

        /** The day on which the seat was given, or from which on they pay themselves, whichever is later. */
        private LocalDate scheduledOn(SelfPayStore.Seat seat, SelfPay selfPay) {
            var at = seat.givenAt();
            var given = at == null ? seat.first() : LocalDate.ofInstant(at, zone);
            return selfPay.since().isAfter(given) ? selfPay.since() : given;
        }

        /** The last day on which they asked for a group, no claim is to be filed, and no estimate answered it. */
        private @Nullable LocalDate asked(PatientId patient, GroupId group) {
            var given = given(patient, group);
            return asked.getOrDefault(patient, List.of()).stream()
                    .filter(one -> one.group().equals(group))
                    .findFirst()
                    .filter(one -> !one.claimWanted())
                    .map(EstimateStore.Asked::on)
                    .filter(on -> given.stream()
                            .noneMatch(one -> one.givenOn()
                                    .filter(day -> !day.isBefore(on))
                                    .isPresent()))
                    .orElse(null);
        }

        /** Those that were given, the latest first. */
        private List<Estimate> given(PatientId patient, GroupId group) {
            return estimates.getOrDefault(patient, List.of()).stream()
                    .filter(estimate -> estimate.group().equals(group) && estimate.isGiven())
                    .toList();
        }

        private Owed owed(PatientId patient, Group group, Need need) {
            return new Owed(
                    patient,
                    group.id(),
                    need.reason(),
                    need.from(),
                    need.dueBy(),
                    Because.of(
                            need.because() + " Group therapy here is estimated in writing (45 CFR 149.610(b)(1)).",
                            new Evidence(
                                    "The member's page about money.",
                                    "/patients/" + patient + "/money",
                                    today.atStartOfDay(zone).toInstant())));
        }

        /** The estimates whose time runs, with the visits since their first day that no plan pays for. */
        List<Watched> watched(List<SelfPayStore.Visit> visits) {
            var watched = new ArrayList<Watched>();
            for (var theirs : estimates.values()) {
                for (var estimate : theirs) {
                    var group = groups.get(estimate.group());
                    if (group != null && isMeasured(estimate)) {
                        watched.add(watched(estimate, group, visits));
                    }
                }
            }
            return watched;
        }

        /** Until its twelve months are over, or a later one tells of its days. */
        private boolean isMeasured(Estimate estimate) {
            return estimate.isGiven()
                    && estimate.firstDay().plusMonths(GroupEstimate.MONTHS).isAfter(today)
                    && given(estimate.patient(), estimate.group()).stream()
                            .takeWhile(one -> !one.id().equals(estimate.id()))
                            .noneMatch(later -> !later.firstDay().isAfter(estimate.lastDay()));
        }

        private Watched watched(Estimate estimate, Group group, List<SelfPayStore.Visit> visits) {
            var patient = estimate.patient();
            var seat = seat(patient, group.id());
            boolean chose = seat != null && !seat.programs().isEmpty() && selfPay(seat) != null;
            var end = estimate.firstDay().plusMonths(GroupEstimate.MONTHS);
            var charged = visits.stream()
                    .filter(visit ->
                            visit.patient().equals(patient) && visit.group().equals(group.id()))
                    .filter(visit -> !visit.day().isBefore(estimate.firstDay())
                            && visit.day().isBefore(end))
                    .filter(visit -> chose || !visit.insured())
                    .map(visit -> AgreedFee.on(visit.day(), group.code(), talks.getOrDefault(patient, List.of()), fees)
                            .orElse(Money.ZERO))
                    .reduce(Money.ZERO, Money::plus);
            return new Watched(
                    estimate,
                    charged,
                    EstimateWatch.of(charged, estimate.contents().sessions().total()));
        }
    }
}
