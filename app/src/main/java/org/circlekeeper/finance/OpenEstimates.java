package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.scheduling.Session;
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
    private final OwnFees ownFees;
    private final Practices practices;

    OpenEstimates(
            SelfPayStore store,
            EstimateStore estimates,
            TalkStore talks,
            KeptFromPlans kept,
            ComingSessions coming,
            Groups groups,
            Payers payers,
            OwnFees ownFees,
            Practices practices) {
        this.store = store;
        this.estimates = estimates;
        this.talks = talks;
        this.kept = kept;
        this.coming = coming;
        this.groups = groups;
        this.payers = payers;
        this.ownFees = ownFees;
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
        var asked = estimates.asked(patients).stream().collect(groupingBy(EstimateStore.Asked::patient));
        return new Gathered(
                today,
                practices.current().zone(),
                seats.stream().collect(groupingBy(SelfPayStore.Seat::patient)),
                estimates.of(patients).stream().collect(groupingBy(Estimate::patient)),
                asked,
                new WhoPays(
                        talks.of(patients).stream().collect(groupingBy(Talk::patient)),
                        asked,
                        kept.sessions(patients),
                        new Charges(payers.fees(), ownFees.schedule())),
                coming.around(today),
                groups.all().stream().collect(toMap(Group::id, group -> group)));
    }

    /** All that is known. */
    private record Gathered(
            LocalDate today,
            ZoneId zone,
            Map<PatientId, List<SelfPayStore.Seat>> seats,
            Map<PatientId, List<Estimate>> estimates,
            Map<PatientId, List<EstimateStore.Asked>> asked,
            WhoPays who,
            Map<GroupId, List<Session>> calendar,
            Map<GroupId, Group> groups) {

        List<Owed> owed() {
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
                            asked.getOrDefault(patient, List.of()).stream().map(EstimateStore.Asked::group))
                    .distinct()
                    .flatMap(id -> Stream.ofNullable(groups.get(id)))
                    .filter(group -> !group.hasEnded(today))
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
            var theirs = theirs(group.id(), seat);
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
                    who.fee(
                                    patient,
                                    days.isEmpty() ? today : days.getFirst(),
                                    group,
                                    seat == null ? List.of() : seat.insured())
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

        /**
         * Why they pay themselves, and for which sessions: for all, or for those alone that they keep from their plan.
         */
        private record Theirs(@Nullable SelfPay selfPay, List<Session> sessions) {}

        private Theirs theirs(GroupId group, SelfPayStore.@Nullable Seat seat) {
            var all = sessions(group, seat);
            if (seat == null) {
                return new Theirs(null, all);
            }
            var whole = selfPay(seat, false);
            var keptOnes = all.stream()
                    .filter(session -> !session.serviceDate().isBefore(today))
                    .filter(session -> who.keeps(seat.patient(), session.id().value()))
                    .toList();
            return whole.isPresent() || keptOnes.isEmpty()
                    ? new Theirs(whole.orElse(null), all)
                    : new Theirs(selfPay(seat, true).orElse(null), keptOnes);
        }

        private Optional<SelfPay> selfPay(SelfPayStore.Seat seat, boolean keeps) {
            var day = seat.first().isAfter(today) ? seat.first() : today;
            return who.of(seat.patient(), day, seat.insured(), seat.endedOn(), keeps);
        }

        private List<Session> sessions(GroupId group, SelfPayStore.@Nullable Seat seat) {
            return ComingSessions.held(calendar.getOrDefault(group, List.of())).stream()
                    .filter(session -> seat == null || seat.includes(session.serviceDate()))
                    .toList();
        }

        /** The day on which the seat was given, or from which on they pay themselves, whichever is later. */
        private LocalDate scheduledOn(SelfPayStore.Seat seat, SelfPay selfPay) {
            var at = seat.givenAt();
            var given = at == null ? seat.first() : LocalDate.ofInstant(at, zone);
            return selfPay.since().isAfter(given) ? selfPay.since() : given;
        }

        /** The rule does not reach federal programs, whatever they asked. */
        private @Nullable LocalDate question(PatientId patient, GroupId group, SelfPayStore.@Nullable Seat seat) {
            return seat != null && InForce.isFederal(seat.insured())
                    ? null
                    : who.openQuestion(patient, group, given(patient, group)).orElse(null);
        }

        /** Those that were given, the latest first. */
        private List<Estimate> given(PatientId patient, GroupId group) {
            return estimates.getOrDefault(patient, List.of()).stream()
                    .filter(estimate -> estimate.group().equals(group) && estimate.isGiven())
                    .toList();
        }

        /** The estimates whose time runs, with the visits since their first day that no plan pays for. */
        List<Watched> watched(List<SelfPayStore.Visit> all) {
            var visits = all.stream()
                    .collect(groupingBy(SelfPayStore.Visit::patient, groupingBy(SelfPayStore.Visit::group)));
            var watched = new ArrayList<Watched>();
            for (var theirs : estimates.values()) {
                for (var estimate : theirs) {
                    var group = groups.get(estimate.group());
                    if (group != null) {
                        var theirVisits = visits.getOrDefault(estimate.patient(), Map.of())
                                .getOrDefault(group.id(), List.of());
                        MeasuredDays.end(estimate, given(estimate.patient(), group.id()), today)
                                .map(end -> watched(estimate, group, end, theirVisits))
                                .ifPresent(watched::add);
                    }
                }
            }
            return watched;
        }

        private Watched watched(Estimate estimate, Group group, LocalDate end, List<SelfPayStore.Visit> visits) {
            var since = visits.stream()
                    .filter(visit -> !visit.day().isBefore(estimate.firstDay())
                            && visit.day().isBefore(end))
                    .toList();
            var charged = who.charged(group, since);
            return new Watched(
                    estimate,
                    charged,
                    EstimateWatch.of(charged, estimate.contents().sessions().total()));
        }
    }
}
