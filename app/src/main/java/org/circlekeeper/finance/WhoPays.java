package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for visits themselves, by what was said and agreed up to a day. Pure.
 *
 * @param kept the sessions that members keep from their plan
 */
record WhoPays(
        Map<PatientId, List<Talk>> talks,
        Map<PatientId, List<EstimateStore.Asked>> asked,
        Map<PatientId, Set<UUID>> kept,
        Charges charges) {

    /** @param keeps whether it is about sessions that they keep from their plan */
    Optional<SelfPay> of(
            PatientId patient, LocalDate day, List<InForce> insured, @Nullable LocalDate endedOn, boolean keeps) {
        var claims = asked.getOrDefault(patient, List.of()).stream()
                .map(one -> new SelfPay.Claim(one.on(), one.claimWanted()))
                .toList();
        return SelfPay.of(
                new SelfPay.Known(day, insured, endedOn, keeps, claims, talks.getOrDefault(patient, List.of())));
    }

    /**
     * The last day on which they asked for a group, no claim is to be filed, and none of these estimates answered it.
     */
    Optional<LocalDate> openQuestion(PatientId patient, GroupId group, List<Estimate> given) {
        return asked.getOrDefault(patient, List.of()).stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .filter(one -> !one.claimWanted())
                .map(EstimateStore.Asked::on)
                .filter(on -> given.stream()
                        .noneMatch(one ->
                                one.givenOn().filter(day -> !day.isBefore(on)).isPresent()));
    }

    boolean keeps(PatientId patient, UUID session) {
        return kept.getOrDefault(patient, Set.of()).contains(session);
    }

    Optional<Money> fee(PatientId patient, LocalDate day, Group group, List<InForce> insured) {
        return AgreedFee.on(day, group, insured, talks.getOrDefault(patient, List.of()), charges);
    }

    /**
     * What visits of one member in a group cost them; those that a plan was to pay for on their day cost nothing here.
     */
    Money charged(Group group, List<SelfPayStore.Visit> visits) {
        return visits.stream()
                .filter(visit -> of(visit.patient(), visit.day(), visit.insured(), null, isKept(visit))
                        .isPresent())
                .map(visit -> fee(visit.patient(), visit.day(), group, visit.insured())
                        .orElse(Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }

    private boolean isKept(SelfPayStore.Visit visit) {
        return keeps(visit.patient(), visit.session());
    }
}
