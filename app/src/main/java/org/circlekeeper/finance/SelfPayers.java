package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.coverage.KeptFromPlans.OnDay;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.OwnFees;
import org.springframework.stereotype.Component;

/** Gathers what tells who pays for visits themselves. */
@Component
class SelfPayers {

    private final EstimateStore estimates;
    private final TalkStore talks;
    private final KeptFromPlans kept;
    private final Eligibility eligibility;
    private final Payers payers;
    private final OwnFees ownFees;
    private final Practices practices;

    SelfPayers(
            EstimateStore estimates,
            TalkStore talks,
            KeptFromPlans kept,
            Eligibility eligibility,
            Payers payers,
            OwnFees ownFees,
            Practices practices) {
        this.estimates = estimates;
        this.talks = talks;
        this.kept = kept;
        this.eligibility = eligibility;
        this.payers = payers;
        this.ownFees = ownFees;
        this.practices = practices;
    }

    /** Of these members, for today and days to come, and for the days of these visits. */
    WhoPays among(Collection<PatientId> members, List<SelfPayStore.Visit> visits) {
        return new WhoPays(
                agreements(talks.of(members).stream().collect(groupingBy(Talk::patient)), visits),
                estimates.asked(members).stream().collect(groupingBy(EstimateStore.Asked::patient)),
                kept.asked(members),
                new Charges(payers.fees(), ownFees.schedule()));
    }

    private Map<PatientId, Agreements> agreements(Map<PatientId, List<Talk>> said, List<SelfPayStore.Visit> visits) {
        var today = practices.today();
        var answers = eligibility.of(withTalk(said, talk -> talk.about().payer() != null));
        var withoutConsent =
                withoutConsent(withTalk(said, talk -> talk.about().kind() == Kind.WITHHELD), visits, today);
        return said.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> new Agreements(
                                entry.getValue(),
                                answers.getOrDefault(entry.getKey(), List.<Answer>of()),
                                withoutConsent.getOrDefault(entry.getKey(), Set.of()),
                                today)));
    }

    private static Set<PatientId> withTalk(Map<PatientId, List<Talk>> said, Predicate<Talk> which) {
        return said.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(which))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private Map<PatientId, Set<LocalDate>> withoutConsent(
            Set<PatientId> members, List<SelfPayStore.Visit> visits, LocalDate today) {
        var asked = Stream.concat(
                        members.stream().map(member -> new OnDay(member, today)),
                        visits.stream()
                                .filter(visit -> members.contains(visit.patient()))
                                .map(visit -> new OnDay(visit.patient(), visit.day())))
                .collect(toSet());
        return kept.withoutConsent(asked).stream().collect(groupingBy(OnDay::member, mapping(OnDay::day, toSet())));
    }
}
