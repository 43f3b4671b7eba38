package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Money;
import org.springframework.stereotype.Component;

/** Gathers to whom good-faith estimates are owed, and how what was charged stands to what was estimated. */
@Component
public class OpenEstimates {

    private static final int MONTHS_WATCHED = 13;

    private final SelfPayStore store;
    private final EstimateStore estimates;
    private final SelfPayers payers;
    private final ComingSessions coming;
    private final Groups groups;
    private final Practices practices;

    OpenEstimates(
            SelfPayStore store,
            EstimateStore estimates,
            SelfPayers payers,
            ComingSessions coming,
            Groups groups,
            Practices practices) {
        this.store = store;
        this.estimates = estimates;
        this.payers = payers;
        this.coming = coming;
        this.groups = groups;
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

    /** Of everybody who has a seat, whose question is open, or who has an estimate that still counts. */
    public Open all() {
        var today = practices.today();
        return open(store.seats(today), Set.copyOf(estimates.known(today.minusMonths(MONTHS_WATCHED))), today);
    }

    /** Of one member. */
    public Open of(PatientId patient) {
        var today = practices.today();
        return open(store.seats(today, patient), Set.of(patient), today);
    }

    private Open open(List<SelfPayStore.Seat> all, Set<PatientId> known, LocalDate today) {
        var patients = new HashSet<>(known);
        all.forEach(seat -> patients.add(seat.patient()));
        if (patients.isEmpty()) {
            return new Open(List.of(), List.of());
        }
        var written = estimates.of(patients).stream().collect(groupingBy(Estimate::patient));
        var visits = store.visits(written.keySet(), today.minusMonths(MONTHS_WATCHED));
        var seats = all.stream().collect(groupingBy(SelfPayStore.Seat::patient));
        var who = payers.among(patients, visits);
        var ofPractice = groups.all().stream().collect(toMap(Group::id, group -> group));
        var owed = new OwedEstimates(
                today,
                practices.current().zone(),
                seats,
                store.insured(who.asked().keySet(), today),
                written,
                who,
                coming.around(today),
                ofPractice);
        return new Open(owed.all(), new MeasuredEstimates(ofPractice, who, visits, today).of(written.values()));
    }
}
